/** What a run does, in order, as `--timing` tells it apart. With a base it begins anew with each state. */
export const phases = ['find', 'read', 'parse', 'validate', 'model', 'rules', 'findings', 'report'] as const;

export type Phase = (typeof phases)[number];

/** Is told of the phase that begins; absent where nobody asks for the time, so that telling costs nothing. */
export type TellPhase = (phase: Phase) => void;
