import { useSyncExternalStore } from "react";

/** A value that many parts of the page read, and that tells them when it is another. */
export interface Store<T> {
  get: () => T;
  put: (change: Partial<T> | ((value: T) => Partial<T>)) => void;
  subscribe: (listener: () => void) => () => void;
}

export function store<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    put: (change) => {
      const part = typeof change === "function" ? change(value) : change;
      if (Object.entries(part).every(([key, v]) => Object.is(value[key as keyof T], v))) return;
      value = { ...value, ...part };
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads a part of a store; the part must be a primitive or an object that stays the same while it means the same. */
export function useStore<T extends object, P>(from: Store<T>, part: (value: T) => P): P {
  return useSyncExternalStore(from.subscribe, () => part(from.get()));
}
