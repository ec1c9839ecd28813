import { limits, type RetryMessage } from '../wire';
import type { Cancel, Clock } from './clock';
import type { Outbox } from './outbox';
import { Pace } from './pace';
import type { Transport } from './transport';

/** Least time between two messages, in milliseconds: what is done meanwhile goes together, and moves of one idea become one. */
const betweenMs = 20;

/** Least time between two messages with changes of texts, in milliseconds: letters typed meanwhile go together. */
const betweenTextsMs = 100;

/** Commands sent for which nothing was heard for so long, in milliseconds, are asked about by joining again. */
const silenceMs = 10_000;

/** Sends the outbox, in messages of the right size at the right pace. */
export class Sender {
  private readonly pace: Pace;
  private heldUntil = 0;
  private textAt = 0;
  private planned: { readonly at: number; readonly cancel: Cancel } | undefined;
  private watch: Cancel | undefined;

  /**
   * @param transport answers where to send to now, if anywhere.
   * @param onSilence is called when sent commands seem forgotten.
   * @param version answers the version that is confirmed here.
   */
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly transport: () => Transport | undefined,
    private readonly onSilence: () => void,
    private readonly version: () => number,
  ) {
    this.pace = new Pace(clock.now());
  }

  /** Sends what may be sent now, and plans to send the rest. */
  pump(): void {
    const now = this.clock.now();
    const transport = this.transport();
    if (transport === undefined || this.outbox.waiting === 0) {
      return;
    }
    const textWaitMs = this.outbox.startsWithText ? this.textAt + betweenTextsMs - now : 0;
    const waitMs = Math.max(this.heldUntil - now, this.pace.waitMs(now), textWaitMs);
    if (waitMs > 0) {
      this.plan(now + waitMs);
      return;
    }
    const batch = this.outbox.take(Math.min(limits.commandsPerMessage, this.pace.allowance(now)), this.version());
    if (batch.length === 0) {
      return;
    }
    this.pace.spend(batch.length);
    this.heldUntil = now + betweenMs;
    this.textAt = batch.some(({ command }) => command.type === 'changeIdeaBody') ? now : this.textAt;
    transport.submit(batch);
    this.expectNews();
    if (this.outbox.waiting > 0) {
      this.plan(this.heldUntil);
    }
  }

  /** PROTOCOL R29. */
  retry({ last, afterMs }: RetryMessage): void {
    this.outbox.rewind(last);
    this.heldUntil = Math.max(this.heldUntil, this.clock.now() + Math.max(betweenMs, afterMs));
    this.pump();
  }

  /** Something was heard of sent commands, or they will be asked about anyway. */
  heard(): void {
    this.watch?.();
    this.watch = undefined;
    if (this.outbox.count > this.outbox.waiting && this.transport() !== undefined) {
      this.expectNews();
    }
  }

  stop(): void {
    this.planned?.cancel();
    this.planned = undefined;
    this.watch?.();
    this.watch = undefined;
  }

  private plan(at: number): void {
    if (this.planned !== undefined && this.planned.at <= at) {
      return;
    }
    this.planned?.cancel();
    const cancel = this.clock.after(at - this.clock.now(), () => {
      this.planned = undefined;
      this.pump();
    });
    this.planned = { at, cancel };
  }

  private expectNews(): void {
    this.watch ??= this.clock.after(silenceMs, () => {
      this.watch = undefined;
      this.onSilence();
    });
  }
}
