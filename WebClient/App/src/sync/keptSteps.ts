import type { OwnSteps } from './steps/ownSteps';
import type { StepMemory } from './surroundings';

/** Steps are kept over a reload in so many UTF-16 code units at most; tabs have about 5 million for everything. */
const stepMemoryLength = 1_500_000;

/** Keeps the steps that can be taken back while the page is loaded anew. */
export class KeptSteps {
  constructor(
    private readonly board: string,
    private readonly memory: StepMemory,
    private readonly steps: OwnSteps,
  ) {}

  /** Steps from before a reload; what cannot be read is as if it were not there. */
  load(): void {
    try {
      this.steps.load(this.memory.read(this.board) ?? '[]');
    } catch {
      this.memory.write(this.board, '[]');
    }
  }

  save(): void {
    this.memory.write(this.board, this.steps.save(stepMemoryLength));
  }
}
