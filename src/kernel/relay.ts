export const reactionQueue = 'reaction';
