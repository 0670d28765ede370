import { readFileSync } from 'node:fs';

/**
 * The most memory that this process ever held. Linux keeps it with the process; `maxRSS`, the portable figure, also
 * counts what the process that started this one held at that moment.
 */
export function peakRssBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error('the kernel does not say how much memory the process held');
  return Number(kilobytes) * 1024;
}
