import { Modal } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";

interface Props {
  label: string;
  size: number;
  padding?: number;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that says its name: Esc and a click beside it close it. */
export function Dialog({ label, size, padding = 20, onClose, children }: Props): ReactElement {
  return (
    <Modal.Root opened onClose={onClose} size={size} yOffset="10vh" transitionProps={{ duration: 90 }}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content radius="lg" aria-label={label}>
        <Modal.Body p={padding}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
