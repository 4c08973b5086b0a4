import { config as readDotenv } from 'dotenv';

import { loadConfig, type Config } from '../config';

/**
 * The settings of a command that works on what is kept, from the environment and from `.env`. No others are looked at:
 * one that is wrong would be of no matter here. What is written from here on is for its own user only; a database that
 * nobody has open is opened with files beside it.
 */
export function loadPlace(): Config {
  process.umask(0o077);
  readDotenv({ quiet: true });
  const { DATA_DIR, MONGODB_URI, ENCRYPTION_KEYS, CONTENT_DIR } = process.env;
  return loadConfig({ DATA_DIR, MONGODB_URI, ENCRYPTION_KEYS, CONTENT_DIR });
}
