/** A worker's first message: from here on it takes tasks, and the clock may run. */
export const READY = 'ready';
