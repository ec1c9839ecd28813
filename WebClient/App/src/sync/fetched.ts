import { ApiError } from './api';
import type { Access } from './connection';

/** What was asked for, or why it is not to be had. */
export async function fetched<T extends object>(request: Promise<T>): Promise<T | Exclude<Access, 'member'>> {
  try {
    return await request;
  } catch (error) {
    return error instanceof ApiError ? accessOf(error.status) : 'unknown';
  }
}

function accessOf(status: number): Exclude<Access, 'member'> {
  switch (status) {
    case 401:
    case 403:
      return 'notMember';
    case 404:
      return 'notFound';
    case 503:
      return 'unavailable';
    default:
      return 'unknown';
  }
}
