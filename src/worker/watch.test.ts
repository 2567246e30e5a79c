import { describe, expect, it } from 'vitest';
import { heldClock } from './testing/fakes.ts';
import { createWatch } from './watch.ts';

/** A watch from the first beat on; how often it found the silence too long. */
function watching() {
  const time = heldClock();
  let alarms = 0;
  const watch = createWatch(time.clock, 0, () => alarms++);
  watch.beat(0);
  return {
    ...time,
    watch,
    alarms: () => alarms,
    /** So many beats, so many milliseconds apart. */
    beats(count: number, apart: number) {
      for (let i = 0; i < count; i++) {
        time.pass(apart);
        watch.beat(0);
      }
    },
  };
}

describe('the watch over a worker', () => {
  it('is content while beats come', () => {
    const { beats, alarms } = watching();
    beats(100, 1000);
    expect(alarms()).toBe(0);
  });

  it('tells once, within five seconds of the last beat', () => {
    const { beats, pass, alarms } = watching();
    beats(5, 1000);
    pass(3900);
    expect(alarms()).toBe(0);
    pass(1000);
    expect(alarms()).toBe(1);
    pass(60_000);
    expect(alarms()).toBe(1);
  });

  it('tells of a second silence too', () => {
    const { beats, pass, alarms } = watching();
    pass(5000);
    beats(30, 1000);
    pass(5000);
    expect(alarms()).toBe(2);
  });

  it('waits longer where steps have been long, and no longer than that when they are short again', () => {
    const { beats, pass, alarms } = watching();
    beats(3, 3500);
    pass(6400);
    expect(alarms()).toBe(0);
    pass(500);
    expect(alarms()).toBe(1);
    beats(20, 1000);
    pass(4900);
    expect(alarms()).toBe(2);
  });

  it('grants the time that was asked for, once', () => {
    const { watch, beats, pass, alarms } = watching();
    watch.beat(20_000);
    pass(20_000);
    watch.beat(0);
    expect(alarms()).toBe(0);
    pass(4900);
    expect(alarms()).toBe(1);
    beats(20, 1000);
    watch.beat(20_000);
    pass(23_900);
    expect(alarms()).toBe(1);
    pass(1000);
    expect(alarms()).toBe(2);
  });

  it('says nothing while the page is hidden, and judges anew from when it is shown', () => {
    const { pass, hide, alarms } = watching();
    hide(true);
    pass(60_000);
    hide(false);
    pass(3900);
    expect(alarms()).toBe(0);
    pass(1000);
    expect(alarms()).toBe(1);
  });

  it('begins anew after the page itself has slept, was busy or stood in a debugger', () => {
    const { pass, sleep, alarms } = watching();
    pass(3000);
    sleep(3_600_000);
    pass(3900);
    expect(alarms()).toBe(0);
    pass(1000);
    expect(alarms()).toBe(1);
  });

  it('does not judge where its timer is throttled to once a minute', () => {
    const { pass, sleep, alarms } = watching();
    for (let i = 0; i < 10; i++) {
      sleep(60_000);
      pass(0);
    }
    expect(alarms()).toBe(0);
  });

  it('leaves no timer behind', () => {
    const { watch, timers } = watching();
    watch.stop();
    expect(timers()).toBe(0);
  });
});
