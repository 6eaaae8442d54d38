import { liftApart, type Flat } from "./lift";

/** The layout of the third dimension takes a while for a large map: it has a worker of its own. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<{ number: number; flat: Flat }>) => void) | null;
  postMessage: (message: { number: number; height: Float32Array }, transfer: Transferable[]) => void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data: { number, flat } }) => {
  const height = liftApart(flat);
  scope.postMessage({ number, height }, [height.buffer]);
};
