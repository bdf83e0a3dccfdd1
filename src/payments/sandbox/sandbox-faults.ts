import type { SandboxFault, SandboxFaultRequest } from './sandbox-protocol.ts';

/** What is to go wrong next. Kept in memory: a restart ends every fault. */
export interface SandboxFaults {
  arm(request: SandboxFaultRequest): void;
  /** Whether the fault strikes something that goes by these numbers; if so, it has struck once more. */
  strikes(fault: SandboxFault, numbers: readonly string[]): boolean;
}

const keyOf = (fault: SandboxFault, number = '*'): string => `${fault} ${number}`;

export function createSandboxFaults(): SandboxFaults {
  const left = new Map<string, number>();
  return {
    arm: ({ fault, number, times }) => void left.set(keyOf(fault, number), times),
    strikes(fault, numbers) {
      const key = [...numbers, undefined].map((number) => keyOf(fault, number)).find((candidate) => (left.get(candidate) ?? 0) > 0);
      if (key === undefined) return false;
      left.set(key, left.get(key)! - 1);
      return true;
    },
  };
}
