/** How long the processor worked at it, in milliseconds: wall time would count what else the machine does. */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}
