import type { Bin, Calibration } from './calibration';
import { short, svgLine, svgPicture, svgText } from './svg-picture';

const SIDE = 360;
const LEFT = 76;
const TOP = 64;
const WIDTH = LEFT + SIDE + 34;
const HEIGHT = TOP + SIDE + 92;
/** 1.96 standard errors either way hold the truth 19 times of 20. */
const Z = 1.96;

/**
 * How sure it was against how often it came true, as a picture: dots on the dashed line are as sure as they may be, above
 * it more often right than they say. The area of a dot is that of its questions.
 */
export function drawCalibration({ bins, error }: Calibration): string {
  const most = Math.max(1, ...bins.map(({ claims }) => claims));
  const told = bins.map((bin) => `${hundred(bin.sure)} % sure: ${hundred(bin.true)} % of ${bin.claims}`);
  return svgPicture({
    width: WIDTH,
    height: HEIGHT,
    title: 'How sure the assistant is, and how often that comes true',
    description: `${told.join('; ')}. Expected calibration error ${error.toFixed(3)}.`,
    elements: [
      svgText('How sure, and how often true', LEFT, 26, 'heading'),
      svgText(`expected calibration error ${error.toFixed(3)}; lines are 95 % intervals`, LEFT, 45, 'faint small'),
      ...axes(),
      svgLine([x(0), y(0)], [x(1), y(1)], 'ideal'),
      ...bins.flatMap((bin) => dot(bin, most)),
    ],
  });
}

const x = (share: number): number => LEFT + share * SIDE;
const y = (share: number): number => TOP + (1 - share) * SIDE;
const hundred = (share: number): number => Math.round(100 * share);

function axes(): readonly string[] {
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const middle = TOP + SIDE / 2;
  return [
    ...steps.flatMap((at) => [
      svgLine([x(at), y(0)], [x(at), y(1)], 'line'),
      svgLine([x(0), y(at)], [x(1), y(at)], 'line'),
      svgText(`${hundred(at)} %`, x(at), y(0) + 20, 'faint middle small'),
      svgText(`${hundred(at)} %`, x(0) - 10, y(at) + 4, 'faint end small'),
    ]),
    svgText('how sure it was', x(0.5), y(0) + 44, 'middle'),
    svgText('how often it came true', 26, middle, 'middle', -90),
    svgText('small figures: questions', x(0.5), y(0) + 66, 'faint middle small'),
  ];
}

function dot(bin: Bin, most: number): readonly string[] {
  const [low, high] = wilson(bin);
  const radius = 4 + 9 * Math.sqrt(bin.claims / most);
  const [centre, level] = [x(bin.sure), y(bin.true)];
  return [
    svgLine([centre, y(low)], [centre, y(high)], 'range'),
    `<circle class="good" cx="${short(centre)}" cy="${short(level)}" r="${short(radius)}"/>`,
    svgText(String(bin.claims), centre + radius + 4, level + 4, 'small'),
  ];
}

/** Where the true share lies 19 times of 20 (Wilson, 1927), which holds for few questions and near 0 and 1, too. */
function wilson({ claims, true: share }: Bin): readonly [low: number, high: number] {
  const spread = (Z * Z) / claims;
  const centre = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / claims + spread / (4 * claims));
  return [(centre - half) / (1 + spread), (centre + half) / (1 + spread)];
}
