import { useState } from 'react';
import { type Inspection, NETWORKS } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import classes from './inside.module.css';
import { LayerRows } from './LayerRows.tsx';
import { LETTER, type Place, rowsOf } from './rows.ts';

/** Norms, gradients and idle units of every trained layer, and the spectrum of one. */
export function Layers({ inspection }: { readonly inspection: Inspection }) {
  const texts = useTexts('inside').layers;
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <section className={classes.part}>
      <h3>{texts.title}</h3>
      <p>{texts.look}</p>
      <p>{texts.choose}</p>
      {NETWORKS.map((network) => (
        <table key={network} className={classes.layers} data-network={LETTER[network]}>
          <caption>{texts[network]}</caption>
          <thead>
            <tr>
              <th scope="col" title={texts.weightsHint}>
                {texts.weights}
              </th>
              <th scope="col" title={texts.gradientHint}>
                {texts.gradient}
              </th>
              <th scope="col">{texts.ratio}</th>
              <th scope="col" title={texts.idleHint}>
                {texts.idle}
              </th>
            </tr>
          </thead>
          {rowsOf(inspection.layers[network]).map((row) => {
            const { index } = row.layer;
            const chosen = place?.network === network && place.layer === index;
            return (
              <LayerRows
                key={index}
                {...row}
                network={network}
                step={inspection.step}
                chosen={chosen}
                onChoose={() => setPlace(chosen ? null : { network, layer: index })}
              />
            );
          })}
        </table>
      ))}
    </section>
  );
}
