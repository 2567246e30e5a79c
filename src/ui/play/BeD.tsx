import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { EngineError } from '../../core/errors.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import type { Deal } from '../../protocol/index.ts';
import { useController, useDataSet, useMember, useRun } from '../playground.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import { answer, useAnswerKeys } from './answers.ts';
import { ROUNDS } from './game.ts';
import { imageOf } from './imageOf.ts';
import classes from './play.module.css';
import { Result } from './Result.tsx';
import { play, usePlay } from './state.ts';

/** The game, if it is about this run, and how one is begun. */
function useGame() {
  const { request } = useController();
  const member = useMember();
  const run = useRun(({ info }) => info?.run ?? 0);
  const player = usePlay((state) => state.player);
  const game = usePlay((state) => state.game);
  async function begin(): Promise<void> {
    const { games } = usePlay.getState();
    const number = player === member ? games : 0;
    usePlay.setState({ player: member, games: number + 1 });
    play({ type: 'begin' });
    const stillWanted = () => usePlay.getState().player === member;
    try {
      const deal = await request('deal', { run, rounds: ROUNDS, game: number });
      if (stillWanted()) play({ type: 'deal', deal });
    } catch (thrown) {
      if (stillWanted()) play({ type: 'fail', error: EngineError.from(thrown).toData() });
    }
  }
  return { game: player === member ? game : ({ kind: 'idle' } as const), begin: () => void begin() };
}

/** Real or generated: a person in D's place. */
export function BeD() {
  const texts = useTexts('play');
  const { game, begin } = useGame();
  switch (game.kind) {
    case 'idle':
    case 'dealing':
    case 'failed':
      return (
        <div className={classes.begin}>
          <p>{texts.d.what({ rounds: ROUNDS })}</p>
          <Button loading={game.kind === 'dealing'} onClick={begin}>
            {texts.d.begin}
          </Button>
          <p role={game.kind === 'failed' ? 'alert' : 'status'}>
            {game.kind === 'failed' ? sentenceOf(game.error.problem) : game.kind === 'dealing' ? texts.d.dealing : ''}
          </p>
        </div>
      );
    case 'playing':
      return <Round deal={game.deal} round={game.answers.length} />;
    case 'done':
      return <Result deal={game.deal} answers={game.answers} onAgain={begin} />;
    default:
      return game satisfies never;
  }
}

function Round({ deal, round }: { readonly deal: Deal; readonly round: number }) {
  const texts = useTexts('play').d;
  const region = useRef<HTMLFieldSetElement>(null);
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes;
  const label = deal.classes?.[round];
  // So that it is read out.
  useEffect(() => region.current?.focus(), []);

  useAnswerKeys(region);

  return (
    <fieldset
      ref={region}
      className={classes.round}
      tabIndex={-1}
      aria-label={texts.round({ round: round + 1, rounds: deal.real.length })}
    >
      <p className={classes.count} role="status">
        <b>{texts.round({ round: round + 1, rounds: deal.real.length })}</b>
        {label !== undefined && <span>{texts.asked({ label: names?.[label] ?? String(label) })}</span>}
      </p>
      <div className={classes.place}>
        <ImageCanvas grid={imageOf(deal, round)} label={texts.image({ round: round + 1 })} className={classes.large} />
      </div>
      <div className={classes.answers}>
        <Button variant="default" size="md" onClick={() => answer(true)}>
          {texts.real}
        </Button>
        <Button variant="default" size="md" onClick={() => answer(false)}>
          {texts.generated}
        </Button>
      </div>
      <p className={classes.hint}>{texts.keys}</p>
    </fieldset>
  );
}
