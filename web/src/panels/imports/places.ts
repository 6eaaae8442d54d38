/** Where the server keeps what was sent to it: the folder of uploads, a workspace, and the name that was sent. */
const sent = /^.*\/uploads\/[^/]+\/([^/]+)(?:\/\1(?=$|[\s:#]))?/;

/** Whether a place holds files that a browser sent. */
export function wasSent(location: string): boolean {
  return sent.test(location);
}

/** A place as people know it: of files that were sent their name, not where the server keeps them. */
export function placeText(location: string): string {
  return location.replace(sent, "$1");
}
