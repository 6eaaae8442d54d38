import { ActionIcon, Popover } from "@mantine/core";
import type { ReactElement } from "react";
import { Icon } from "../../look/icons";
import type { Side } from "../../state/view";
import { docsPath, panelHelp } from "./texts";

/** Says in two sentences what a panel is for. */
export function PanelHelp({ side }: { side: Side }): ReactElement {
  const { title, text, more } = panelHelp[side];
  return (
    <Popover width={300} position="bottom-end" shadow="md" withArrow trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Help on ${title}`}>
          <Icon name="help" size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Help on ${title}`}>
        <p style={{ margin: 0, lineHeight: 1.5, fontSize: 13.5 }}>{text}</p>
        <a className="link" href={`${docsPath}${more}.txt`} target="_blank" rel="noreferrer">
          Read more
        </a>
      </Popover.Dropdown>
    </Popover>
  );
}
