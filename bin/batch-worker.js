/** A worker thread of a batch. */
require('./load.js').load('batch-worker.cjs');
