import { createElement } from "react";
import { HAT_SHAPES, type PortraitShape, portraitShapes } from "./portrait-shapes";

type DrawnPortraitProps = {
  seed: number;
  className: string;
  hat: boolean;
};

/**
 * The drawn portrait that stands in until a picture is uploaded: the same face for the same seed, on server and in
 * browser.
 */
export const DrawnPortrait = ({ seed, className, hat }: DrawnPortraitProps) => (
  <svg viewBox="0 0 100 100" aria-hidden="true" className={className}>
    <Shapes shapes={portraitShapes(seed, hat)} />
  </svg>
);

/** In the square of 100 of a portrait, drawn or not. */
export const PartyHat = () => <Shapes shapes={HAT_SHAPES} />;

const Shapes = ({ shapes }: { shapes: readonly PortraitShape[] }) =>
  shapes.map(({ shape, ...drawn }) => createElement(shape, { key: String(drawn.d ?? shape), ...drawn }));
