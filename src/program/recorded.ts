import { recording, type Seen, type SeenInputs } from './recording.ts';

/**
 * A kernel that tells whoever writes down what is computed; how it comes by its result, and which kernels it calls, is its
 * own affair.
 */
export const recorded =
  <Call extends { readonly inputs: object; readonly attrs?: object }, Made extends Seen | Seen[]>(
    kernelName: string,
    run: (call: Call) => Made,
  ): ((call: Call) => Made) =>
  (call) => {
    const recorder = recording.now;
    if (!recorder) return run(call);
    recording.now = null;
    try {
      const made = run(call);
      recorder.ran(kernelName, call.inputs as SeenInputs, call.attrs ?? {}, Array.isArray(made) ? made : [made]);
      return made;
    } finally {
      recording.now = recorder;
    }
  };
