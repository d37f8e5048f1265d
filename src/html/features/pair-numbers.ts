import type { Room } from './room.ts';

/** Numbers for pairs of numbers: 1 for the first pair, the next for each pair not met before. */
export class PairNumbers {
  count = 0;
  private readonly room: Room;
  private slots: Int32Array;
  private firsts: Int32Array;
  private seconds: Int32Array;

  constructor(room: Room) {
    this.room = room;
    this.slots = room.ints(1 << 11);
    this.firsts = room.ints(1 << 10);
    this.seconds = room.ints(1 << 10);
  }

  of(first: number, second: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(first, second) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot] as number;
      if (number === 0) return this.add(first, second, slot);
      if (this.firsts[number] === first && this.seconds[number] === second) return number;
    }
  }

  private add(first: number, second: number, slot: number): number {
    this.count += 1;
    const number = this.count;
    this.slots[slot] = number;
    this.firsts[number] = first;
    this.seconds[number] = second;
    if (number + 1 === this.firsts.length) this.grow();
    return number;
  }

  private grow(): void {
    this.firsts = this.doubled(this.firsts);
    this.seconds = this.doubled(this.seconds);
    this.slots = this.room.ints(this.firsts.length * 2);
    const mask = this.slots.length - 1;
    for (let number = 1; number <= this.count; number += 1) {
      let slot = hashOf(this.firsts[number] as number, this.seconds[number] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number;
    }
  }

  private doubled(array: Int32Array): Int32Array {
    const larger = this.room.ints(array.length * 2);
    larger.set(array);
    return larger;
  }
}

function hashOf(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
