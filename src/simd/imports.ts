/** What a kernels binary is given: memory, and the functions that its random numbers share with JavaScript's. */
export const importsOf = (memory: WebAssembly.Memory): WebAssembly.Imports => ({
  env: { memory },
  Math: { log: Math.log, cos: Math.cos, sin: Math.sin },
});
