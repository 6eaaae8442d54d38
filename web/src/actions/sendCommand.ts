import { ApiProblem } from "../api/client";
import type { CommandAnswer, NewCommand } from "../api/contract";
import { send } from "../state/author";
import { notify, session } from "../state/session";
import { api } from "../state/workspace";

/** Sends a command; a refusal is shown with its reason, and what did not arrive with a way to send it again. */
export async function sendCommand(command: NewCommand): Promise<boolean> {
  return (await submit(command)) !== null;
}

/** Sends a command and gives its answer; null where it was refused or did not arrive, which is shown. */
export async function submit(command: NewCommand): Promise<CommandAnswer | null> {
  session.put((s) => ({ sending: s.sending + 1 }));
  try {
    const answer = await send(api(), command);
    if (answer.status === "accepted") {
      session.put((s) => ({ position: Math.max(s.position, answer.position) }));
      return answer;
    }
    notify("problem", `Not done: ${answer.reason ?? answer.code ?? "the server refused it"}.`);
    return null;
  } catch (error) {
    if (error instanceof ApiProblem) notify("problem", `Not done: ${error.message}`);
    else notify("problem", "Not done: the server does not answer. Your change is kept here.", () => void sendCommand(command));
    return null;
  } finally {
    session.put((s) => ({ sending: s.sending - 1 }));
  }
}
