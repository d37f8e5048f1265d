/**
 * Items are worked at side by side and come out in the order they came in: as many are ahead of the one that is
 * waited for as the limits allow, so that memory has a bound and one slow item does not stop the rest at once.
 */
export interface Limits {
  readonly items: number;
  /** Of all items ahead together; one alone may be larger. */
  readonly bytes: number;
}

interface Pending<R> {
  readonly size: number;
  outcome?: { readonly value: R } | { readonly error: unknown };
}

/** Ends early, without waiting for work that is under way, when the signal says so. */
export async function* inOrder<T, R>(
  source: AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  sizeOf: (item: T) => number,
  limits: Limits,
  signal: AbortSignal | undefined,
): AsyncGenerator<R> {
  const queue: Pending<R>[] = [];
  const consumer = new Bell();
  const producer = new Bell();
  let held = 0;
  let isOver = false;
  let hasStopped = false;
  let fault: { readonly error: unknown } | undefined;
  const ring = (): void => consumer.ring();

  async function fill(): Promise<void> {
    try {
      for await (const item of source) {
        if (hasStopped) return;
        const pending: Pending<R> = { size: sizeOf(item) };
        queue.push(pending);
        held += pending.size;
        work(item)
          .then((value) => (pending.outcome = { value }))
          .catch((error: unknown) => (pending.outcome = { error }))
          .finally(ring);
        while (!hasStopped && (queue.length >= limits.items || held >= limits.bytes)) await producer.wait();
        if (hasStopped) return;
      }
    } catch (error) {
      fault = { error };
    } finally {
      isOver = true;
      ring();
    }
  }

  signal?.addEventListener('abort', ring);
  void fill();
  try {
    while (signal?.aborted !== true) {
      const outcome = queue[0]?.outcome;
      if (outcome !== undefined) {
        held -= queue.shift()?.size ?? 0;
        producer.ring();
        if ('error' in outcome) throw outcome.error;
        yield outcome.value;
      } else if (isOver && queue.length === 0) {
        if (fault !== undefined) throw fault.error;
        return;
      } else await consumer.wait();
    }
  } finally {
    hasStopped = true;
    producer.ring();
    signal?.removeEventListener('abort', ring);
  }
}

/** One waits, others ring; a ring that nobody waits for is remembered. */
class Bell {
  #hasRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#hasRung = true;
    this.#wake?.();
  }

  async wait(): Promise<void> {
    if (!this.#hasRung) await new Promise<void>((wake) => (this.#wake = wake));
    this.#hasRung = false;
    this.#wake = undefined;
  }
}
