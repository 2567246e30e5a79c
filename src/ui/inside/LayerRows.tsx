import { IconChartLine } from '@tabler/icons-react';
import { hasSpectrum, type NetworkName } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import { formatShort } from '../format.ts';
import classes from './inside.module.css';
import { type LayerRow, LETTER, ratioShare } from './rows.ts';
import { SpectrumPlot } from './SpectrumPlot.tsx';

interface LayerRowsProps extends LayerRow {
  readonly network: NetworkName;
  /** The step after which it was looked at. */
  readonly step: number;
  /** Its spectrum is shown. */
  readonly chosen: boolean;
  onChoose(): void;
}

/** A layer: what it is, its numbers under that, and its spectrum where that was asked for. */
export function LayerRows({ layer, idle, network, step, chosen, onChoose }: LayerRowsProps) {
  const texts = useTexts('inside').layers;
  const { index, kind, output, weights } = layer;
  if (!weights) return null;
  const { norm, gradient, matrix } = weights;
  const isSmall = matrix !== null && hasSpectrum(matrix);
  const name = texts.spectrumOf({ layer: index + 1, network: LETTER[network] });
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          <span className={classes.index}>{index + 1}</span> {texts.kind[kind]} <i>{output.join('×')}</i>
        </th>
        <td>
          {matrix && (
            <button
              type="button"
              aria-label={name}
              aria-expanded={chosen && isSmall}
              disabled={!isSmall}
              title={isSmall ? name : texts.tooLarge({ matrix: matrix.join('×') })}
              onClick={onChoose}
            >
              <IconChartLine size={14} aria-hidden />
            </button>
          )}
        </td>
      </tr>
      <tr>
        <td>{formatShort(norm)}</td>
        <td>{formatShort(gradient)}</td>
        <td>
          {gradient !== null && (
            <span className={classes.ratio}>
              <span className={classes.bar} aria-hidden="true">
                <span style={{ transform: `scaleX(${ratioShare(gradient, norm)})` }} />
              </span>
              <span className={classes.number}>{formatShort(gradient / norm)}</span>
            </span>
          )}
        </td>
        <td>{idle ? texts[idle.kind]({ percent: Math.round(100 * idle.share) }) : texts.none}</td>
      </tr>
      {chosen && isSmall && (
        <tr>
          <td colSpan={4}>
            <SpectrumPlot network={network} layer={index} matrix={matrix} step={step} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
