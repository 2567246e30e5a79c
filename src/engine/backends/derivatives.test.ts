import { beforeAll, describe, expect, it } from 'vitest';
import { derivativeCases } from '../../gan/testing/cases.ts';
import { examine } from '../../gan/testing/derivatives.ts';
import { backendStarters } from './index.ts';

describe.each(['cpu', 'simd'] as const)('on %s the derivatives are right:', (id) => {
  beforeAll(async () => (await backendStarters[id]()).activate());

  it.each(derivativeCases)('$name', async (derivativeCase) => {
    for (const { error } of await examine(derivativeCase)) expect(error).toBeLessThan(3e-3);
  });
});
