/** What a process of the benchmark cost. */
export interface Measured {
  /** Seconds of processor time of the whole process, its start included. */
  readonly cpu: number;
  /** Milliseconds of the work alone. */
  readonly ms: number;
  /** The most memory (resident, in megabytes) that the process ever had. */
  readonly peakMb: number;
}
