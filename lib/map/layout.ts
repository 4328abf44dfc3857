// Where everybody stands on the map. The same map is laid out the same way every time.
import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";

/** `links` holds the ends of each tie after one another, by the places of nodes: people first, then hubs. */
export type LayoutAsked = { nodes: number; links: Uint16Array };

/** So many steps, each cooler than the one before, and it is still. */
export const steps = 140;

/**
 * Takes one step at a time. `positions` are x and y of each node after one another, in lengths of the map's own, round its
 * middle; they are overwritten by the next step.
 */
export function startLayout({ nodes, links }: LayoutAsked): { step: () => boolean; positions: Float32Array } {
  const points: SimulationNodeDatum[] = Array.from({ length: nodes }, () => ({}));
  const ties = Array.from({ length: links.length / 2 }, (_, tie) => ({
    source: links[tie * 2] ?? 0,
    target: links[tie * 2 + 1] ?? 0,
  }));
  const simulation = forceSimulation(points)
    .alphaDecay(1 - 0.002 ** (1 / steps))
    .velocityDecay(0.35)
    .force("ties", forceLink(ties).distance(44))
    .force("apart", forceManyBody().strength(-46).theta(1.1).distanceMax(700))
    .force("x", forceX(0).strength(0.055))
    .force("y", forceY(0).strength(0.055))
    .stop();
  const positions = new Float32Array(nodes * 2);
  let taken = 0;
  const step = () => {
    simulation.tick();
    for (const [place, { x = 0, y = 0 }] of points.entries()) {
      positions[place * 2] = x;
      positions[place * 2 + 1] = y;
    }
    return ++taken >= steps;
  };
  return { step, positions };
}
