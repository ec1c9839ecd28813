import { ask, request } from '../sync/api';
import type { Finding } from './findings';
import type { Playbook, PlaybookSummary } from './playbook';

/** Playbooks that come with the server. */
export function fetchPlaybooks(): Promise<readonly PlaybookSummary[]> {
  return ask('GET', '/api/playbooks');
}

export function fetchPlaybook(id: string): Promise<Playbook> {
  return ask('GET', `/api/playbooks/${encodeURIComponent(id)}`);
}

/** What is missing in a playbook, and what to do about it. */
export function checkPlaybook(playbook: Playbook): Promise<readonly Finding[]> {
  return ask('POST', '/api/playbooks/check', playbook);
}

/** This person's own playbooks. */
export function fetchOwn(): Promise<readonly PlaybookSummary[]> {
  return ask('GET', '/api/me/playbooks');
}

export function fetchOwnPlaybook(id: string): Promise<Playbook> {
  return ask('GET', `/api/me/playbooks/${encodeURIComponent(id)}`);
}

export async function keepPlaybook(playbook: Playbook): Promise<void> {
  await request('PUT', `/api/me/playbooks/${encodeURIComponent(playbook.id)}`, playbook);
}

export async function removePlaybook(id: string): Promise<void> {
  await request('DELETE', `/api/me/playbooks/${encodeURIComponent(id)}`);
}
