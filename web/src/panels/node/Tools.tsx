import { ActionIcon, Button, Menu } from "@mantine/core";
import type { ReactElement } from "react";
import { keysText } from "../../actions/action";
import { dissolveGroup, takeOutOfGroup } from "../../actions/formGroup";
import { retireNodes } from "../../actions/retireNode";
import type { NodeDetail } from "../../api/contract";
import { Icon, type IconName } from "../../look/icons";
import { map } from "../../map/client";
import { dialogs, type EditDialog } from "../../state/dialogs";
import { view } from "../../state/view";
import classes from "./Node.module.css";

/** What one does most with a thing, and in a menu the rest. */
export function Tools({ node, editable }: { node: NodeDetail; editable: boolean }): ReactElement {
  return (
    <div className={classes.toolbar} role="group" aria-label="What to do with it">
      <Button size="compact-sm" variant="light" leftSection={<Icon name="page" size={14} />} onClick={() => view.put({ page: true })}>
        Page
      </Button>
      <Button size="compact-sm" variant="light" leftSection={<Icon name="target" size={14} />} aria-label="Show on the map" onClick={() => map.tell({ say: "fly", id: node.id })}>
        Show
      </Button>
      {editable && (
        <>
          <Button size="compact-sm" variant="light" leftSection={<Icon name="link" size={14} />} onClick={() => dialogs.put({ open: "connect" })}>
            Connect
          </Button>
          <Menu position="bottom-end" width={230}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label="More to do with it">
                <Icon name="more" size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {node.isGroup && <Item icon="add" dialog="add-node" keys="a" label="Add a node in it" />}
              <Item icon="group" dialog="put-into" keys="shift+g" label="Put into a group" />
              {node.group && (
                <Menu.Item leftSection={<Icon name="split" size={15} />} onClick={() => void takeOutOfGroup([node.id])}>
                  Take out of its group
                </Menu.Item>
              )}
              <Item icon="tag" dialog="classify" keys="shift+t" label="State a type" />
              <Item icon="merge" dialog="merge" keys="m" label="Merge with another" />
              {node.isGroup && (
                <Menu.Item leftSection={<Icon name="split" size={15} />} onClick={() => void dissolveGroup(node.id, node.name)}>
                  Dissolve the group
                </Menu.Item>
              )}
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<Icon name="gone" size={15} />} rightSection={<Keys keys="delete" />} onClick={() => void retireNodes([node.id], node.name)}>
                Retire
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </div>
  );
}

function Item({ icon, dialog, keys, label }: { icon: IconName; dialog: EditDialog; keys: string; label: string }): ReactElement {
  return (
    <Menu.Item leftSection={<Icon name={icon} size={15} />} rightSection={<Keys keys={keys} />} onClick={() => dialogs.put({ open: dialog })}>
      {label}
    </Menu.Item>
  );
}

function Keys({ keys }: { keys: string }): ReactElement {
  return <span className="small muted">{keysText(keys)}</span>;
}
