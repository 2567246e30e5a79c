/**
 * A pipeline, once the device has compiled it.
 *
 * @throws what the device throws that refuses the code: its pipeline tells it; as an error that nobody caught it would only be noise
 */
export function compile(
  device: GPUDevice,
  code: string,
  layout: GPUPipelineLayout | 'auto' = 'auto',
): Promise<GPUComputePipeline> {
  device.pushErrorScope('validation');
  const compiling = device.createComputePipelineAsync({
    layout,
    compute: { module: device.createShaderModule({ code }) },
  });
  void device.popErrorScope().catch(() => undefined);
  return compiling;
}
