import { IconChartLine } from '@tabler/icons-react';
import { useState } from 'react';
import { hasSpectrum, type Inspection, NETWORKS, type NetworkName } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import { formatShort } from '../format.ts';
import classes from './inside.module.css';
import { type LayerRow, LETTER, type Place, ratioShare, rowsOf } from './rows.ts';
import { SpectrumPlot } from './SpectrumPlot.tsx';

interface RowProps extends LayerRow {
  readonly network: NetworkName;
  readonly chosen: boolean;
  onChoose(place: Place): void;
}

function Row({ layer: { index, kind, output, weights }, idle, network, chosen, onChoose }: RowProps) {
  const texts = useTexts('inside');
  if (!weights) return null;
  const { norm, gradient, matrix } = weights;
  const isSmall = matrix !== null && hasSpectrum(matrix);
  const name = texts.layers.spectrumOf({ layer: index + 1, network: LETTER[network] });
  return (
    <tr>
      <th scope="row">
        <span className={classes.index}>{index + 1}</span> {texts.layers.kind[kind]} <i>{output.join('×')}</i>
      </th>
      <td>{formatShort(norm)}</td>
      <td>{formatShort(gradient)}</td>
      <td>
        {gradient !== null && (
          <span className={classes.ratio}>
            <span className={classes.bar}>
              <span style={{ width: `${100 * ratioShare(gradient, norm)}%` }} />
            </span>
            {formatShort(gradient / norm)}
          </span>
        )}
      </td>
      <td>{idle ? texts.layers[idle.kind]({ percent: Math.round(100 * idle.share) }) : texts.layers.none}</td>
      <td>
        {matrix && (
          <button
            type="button"
            aria-label={name}
            aria-pressed={chosen}
            disabled={!isSmall}
            title={isSmall ? name : texts.layers.tooLarge({ matrix: matrix.join('×') })}
            onClick={() => onChoose({ network, layer: index, matrix })}
          >
            <IconChartLine size={14} aria-hidden />
          </button>
        )}
      </td>
    </tr>
  );
}

/** Norms, gradients and idle units of every trained layer, and the spectrum of one. */
export function Layers({ inspection }: { readonly inspection: Inspection }) {
  const texts = useTexts('inside');
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <>
      <section className={classes.part}>
        <h3>{texts.layers.title}</h3>
        <p>{texts.layers.look}</p>
        {NETWORKS.map((network) => (
          <table key={network} className={classes.layers} data-network={LETTER[network]}>
            <caption>{texts.layers[network]}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.layers.layer}</th>
                <th scope="col" title={texts.layers.weightsHint}>
                  {texts.layers.weights}
                </th>
                <th scope="col" title={texts.layers.gradientHint}>
                  {texts.layers.gradient}
                </th>
                <th scope="col">{texts.layers.ratio}</th>
                <th scope="col" title={texts.layers.idleHint}>
                  {texts.layers.idle}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rowsOf(inspection.layers[network]).map((row) => (
                <Row
                  key={row.layer.index}
                  {...row}
                  network={network}
                  chosen={place?.network === network && place.layer === row.layer.index}
                  onChoose={setPlace}
                />
              ))}
            </tbody>
          </table>
        ))}
      </section>
      <SpectrumPlot place={place} step={inspection.step} />
    </>
  );
}
