/**
 * What each site of a batch repeats on its pages, by lossy counting (Manku and Motwani 2002): texts that are on few pages
 * are forgotten, so that memory does not grow with the pages. Pages are added in input order, so that the same batch
 * gives the same texts.
 */
import { textKey } from '../../sites/text-key.ts';

/** On so many pages of a site, and on this share of them, a text is the site's and not the page's. */
const LEAST_PAGES = 3;
const LEAST_SHARE = 0.2;
/** Pages between two clean-ups of a site; counts are short by one page in so many at the most. */
const BUCKET = 50;
/** Texts that are remembered, of all sites together: about 150 MB. */
const MOST_TEXTS = 2_000_000;

interface Site {
  pages: number;
  /** How often a text was seen, and how often at most before it was remembered. */
  readonly counts: Map<number, number>;
  readonly missed: Map<number, number>;
}

export class SiteTexts {
  /** The one seen longest ago first. */
  readonly #sites = new Map<string, Site>();
  readonly #most: number;
  #texts = 0;

  constructor(most: number = MOST_TEXTS) {
    this.#most = most;
  }

  /**
   * Pages with the very same texts count once.
   * @param texts keys of the texts of one page, each once
   */
  add(name: string, texts: readonly number[]): void {
    const whole = textKey(texts.join());
    const site = this.#sites.get(name) ?? { pages: 0, counts: new Map(), missed: new Map() };
    if (site.counts.has(whole)) return;
    const keys = [...texts, whole];
    this.#sites.delete(name);
    this.#sites.set(name, site);
    this.#texts -= site.counts.size;
    const bucket = Math.floor(site.pages / BUCKET);
    site.pages += 1;
    for (const key of keys) {
      const before = site.counts.get(key);
      if (before === undefined && bucket > 0) site.missed.set(key, bucket);
      site.counts.set(key, (before ?? 0) + 1);
    }
    if (site.pages % BUCKET === 0) forget(site, (count, missed) => count + missed <= bucket + 1);
    this.#texts += site.counts.size;
    if (this.#texts > this.#most) this.#shrink();
  }

  /** The texts that each site repeats. */
  repeated(): ReadonlyMap<string, readonly number[]> {
    const all = new Map<string, readonly number[]>();
    for (const [name, { pages, counts }] of this.#sites) {
      const least = Math.max(LEAST_PAGES, LEAST_SHARE * pages - pages / BUCKET);
      const keys = [...counts].filter(([, count]) => count >= least).map(([key]) => key);
      if (keys.length > 0) all.set(name, keys);
    }
    return all;
  }

  /** Forgets what was seen once, then whole sites, beginning with those seen longest ago. What is forgotten is not cut. */
  #shrink(): void {
    for (const site of this.#sites.values()) {
      this.#texts -= site.counts.size;
      forget(site, (count) => count === 1);
      this.#texts += site.counts.size;
      if (this.#texts <= this.#most / 2) return;
    }
    for (const [name, { counts }] of this.#sites) {
      if (this.#texts <= this.#most / 2) return;
      this.#sites.delete(name);
      this.#texts -= counts.size;
    }
  }
}

function forget({ counts, missed }: Site, isRare: (count: number, missed: number) => boolean): void {
  for (const [key, count] of counts) {
    if (!isRare(count, missed.get(key) ?? 0)) continue;
    counts.delete(key);
    missed.delete(key);
  }
}
