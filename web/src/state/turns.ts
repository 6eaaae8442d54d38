/**
 * Pages of one browser take turns at what they share, which is called by a key. Locks need a secure context, which
 * loopback is; elsewhere one page must do.
 */
export async function inTurn<T>(key: string, work: () => T | Promise<T>): Promise<T> {
  const locks = typeof navigator === "undefined" ? undefined : (navigator.locks as LockManager | undefined);
  return locks ? locks.request(key, work) : work();
}
