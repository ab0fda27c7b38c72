const milliseconds = 150;

/**
 * How many times as long as alone a process takes at the moment, 1 on a quiet machine: of a loop that does nothing, the
 * time by the clock over that by the processor.
 */
export function slowdown(): number {
  const [start, before] = [performance.now(), process.cpuUsage()];
  while (performance.now() - start < milliseconds);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, ((performance.now() - start) * 1000) / (user + system));
}
