import { useRef } from 'react';
import type { LayerPicture, SampleWay as Way } from '../../core/way.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { formatShort } from '../format.ts';
import { useShown } from '../inside/useShown.ts';
import { useRun } from '../playground.ts';
import { planOf } from '../state/plan.ts';
import { ExamplePictures } from './ExamplePictures.tsx';
import { LatentStrip } from './LatentStrip.tsx';
import { LayerCanvas } from './LayerCanvas.tsx';
import { useFollowed } from './useFollowed.ts';
import classes from './way.module.css';

/** One of the samples on the screen on its way from z to D's score, layer by layer, also while both networks train. */
export function SampleWay() {
  const texts = useTexts('understand').way;
  const region = useRef<HTMLElement>(null);
  const { way, error } = useFollowed(useShown(region));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
    <section ref={region} className={classes.way} tabIndex={0} aria-label={texts.title}>
      {error ? (
        <p role="alert">{sentenceOf(error.problem)}</p>
      ) : (
        <p className={classes.head}>{way ? texts.of({ place: way.place + 1, step: way.step }) : texts.coming}</p>
      )}
      {way && <Layers way={way} />}
    </section>
  );
}

function Layers({ way }: { readonly way: Way }) {
  const texts = useTexts('understand').way;
  const spec = useRun(({ opened }) => planOf(opened).examples);
  const { latent, generator, made, discriminator, logit } = way;
  return (
    <>
      <section data-network="G">
        <h3>{texts.generator}</h3>
        <ol className={classes.layers}>
          <li>
            <p>
              <i>{texts.z}</i> <small>{latent.size}</small>
            </p>
            <LatentStrip latent={latent} label={texts.latent({ size: latent.size })} />
          </li>
          {generator.map((layer) => (
            <Layer key={layer.index} layer={layer} network="G" />
          ))}
        </ol>
      </section>
      <section className={classes.made} data-kind={made.kind}>
        <h3>{texts.made}</h3>
        <ExamplePictures examples={made} spec={spec} of="generated" label={texts.madeLabel} />
      </section>
      <section data-network="D">
        <h3>{texts.discriminator}</h3>
        <ol className={classes.layers}>
          {discriminator.map((layer) => (
            <Layer key={layer.index} layer={layer} network="D" />
          ))}
        </ol>
        <p className={classes.score}>{texts.score({ logit: formatShort(logit) })}</p>
      </section>
      <p className={classes.legend}>{texts.legend}</p>
    </>
  );
}

function Layer({ layer, network }: { readonly layer: LayerPicture; readonly network: 'D' | 'G' }) {
  const texts = useTexts('understand').way;
  const { index, kind, output, values } = layer;
  const [height = 1, width = 1, channels] = output;
  const shown = channels === undefined ? values.length : values.length / (height * width);
  const all = channels ?? height;
  const name = useTexts('inside').layers.kind[kind];
  return (
    <li>
      <p>
        <span>{index + 1}</span> {name}{' '}
        <small>
          {output.join('×')}
          {shown < all && ` · ${texts.some({ shown, all })}`}
        </small>
      </p>
      <LayerCanvas layer={layer} network={network} label={texts.layerLabel({ layer: index + 1, name, network })} />
    </li>
  );
}
