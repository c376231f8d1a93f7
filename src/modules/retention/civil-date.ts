/** A day of the civil calendar as `2026-11-23`: no instant, because days begin at other moments elsewhere. */
export type CivilDate = `${number}-${number}-${number}`;
