import { useTexts } from '../../i18n/index.ts';
import { backendFallOf, backendNoteOf, backendReasonOf, deviceOf, tilingOf } from '../../i18n/problems/index.ts';
import type { BackendInfo } from '../../protocol/index.ts';
import classes from './bar.module.css';

/** Why the training runs where it does, what fell short, how it is set up, and what was measured of the others. */
export function BackendDetails({ backend }: { readonly backend: BackendInfo | null }) {
  const texts = useTexts();
  if (!backend) return <p className={classes.about}>{texts.backend.none}</p>;
  return (
    <div className={classes.about}>
      <p>{backendReasonOf(backend.reason)}</p>
      <p>
        {deviceOf(backend.device)}
        {backend.software && ` (${texts.backend.software})`}
      </p>
      {backend.falls.map((fall) => (
        <p key={fall.code}>{backendFallOf(fall)}</p>
      ))}
      {backend.tiles && <p>{tilingOf(backend.tiles)}</p>}
      {backend.candidates.length > 0 && (
        <table>
          <caption>{texts.backend.measured}</caption>
          <tbody>
            {backend.candidates.map(({ id, millisecondsPerStep, note }) => (
              <tr key={id}>
                <td>{texts.backend.choice[id]}</td>
                <td>
                  {millisecondsPerStep === null
                    ? texts.backend.notRun
                    : texts.backend.ms({ value: millisecondsPerStep })}
                </td>
                <td>{backendNoteOf(note)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
