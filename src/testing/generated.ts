import fc from 'fast-check';

// Generated cases are the same in every run, so that a check fails because of what was changed and not by chance.
// Other cases, to look further: KONTOR_TEST_SEED=7 npm test.
fc.configureGlobal({ seed: Number(process.env['KONTOR_TEST_SEED'] ?? 20_261_123) });

export { fc };
