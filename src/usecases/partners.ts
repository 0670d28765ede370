import { isDeepStrictEqual } from 'node:util';
import { type Actor, type Key, readKeyName } from '../domain/actor.ts';
import { type AuditDetail, type AuditNote, auditNote } from '../domain/audit.ts';
import { MAX_PARTNER_AREAS, type Partner, partnerState } from '../domain/partner.ts';
import { notHere, Problem, type ProblemError } from '../domain/problem.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { Instant } from '../domain/time.ts';
import { everyone } from '../domain/visibility.ts';
import type { Writing } from '../store/once.ts';
import type { PartnerDecision } from '../store/partners.ts';
import { slugify } from '../text/slug.ts';
import { areaKeyErrors, unknownAreaErrors } from './area-key-errors.ts';
import type { Deps } from './deps.ts';
import { refuseStaleVersion } from './stale-version.ts';
import { onceOf, type WriteOptions, type Written } from './write-wish.ts';

/** What somebody says of a partner. */
export type PartnerWish = Pick<Partner, 'name' | 'organisation' | 'areaKeys'>;

/** @throws Problem `invalid_body` for what cannot be a partner, `conflict` when another one has its name */
export async function createPartner(
  deps: Deps,
  wish: PartnerWish,
  options: WriteOptions<Partner>,
): Promise<Written<Partner>> {
  const at = deps.clock.now();
  const id = deps.newId();
  const areas = await areasNamed(deps, wish.areaKeys);
  return change(deps, at, options, (partners) => {
    const known = { ...checked(wish, areas), id, version: 1, createdAt: at, suspendedAt: null, endedAt: null };
    refuseTaken(known, partners);
    return { save: known, audit: note(options.actor, at, 'created', known, wishDetail(known)) };
  });
}

/** In the order of creation. */
export function listPartners({ store }: Deps, page: PageQuery): Promise<Slice<Partner>> {
  return store.partners.list(page);
}

/** @throws Problem `not_found` */
export async function readPartner({ store }: Deps, id: string): Promise<Partner> {
  const partner = await store.partners.find(id);
  if (!partner) throw notHere('partner');
  return partner;
}

/**
 * The partner for which a key stands, and that key.
 * @throws Problem `not_found` when there is none (any more)
 */
export async function readOwnPartner(
  deps: Deps,
  actor: Actor,
): Promise<{ readonly partner: Partner; readonly key: Key }> {
  if (actor.kind !== 'key' || actor.partnerId === undefined) throw notHere('partner');
  const key = await deps.store.keys.find(actor.keyId);
  if (!key) throw notHere('partner');
  return { partner: await readPartner(deps, actor.partnerId), key };
}

interface KnownPartner {
  readonly id: string;
  /** The version that was read. */
  readonly version: number;
}

/**
 * Changes what is said of a partner; to say what stands there changes nothing.
 * @throws Problem `not_found`, `stale_edition`, `conflict` when it has ended or another one has the name, `invalid_body`
 */
export async function changePartner(
  deps: Deps,
  known: KnownPartner,
  patch: Partial<PartnerWish>,
  options: WriteOptions<Partner>,
): Promise<Written<Partner>> {
  const areas = await areasNamed(deps, patch.areaKeys ?? []);
  return changeKnown(deps, known, options, (partner, at, partners) => {
    const changed = { ...partner, ...checked({ ...partner, ...patch }, areas, partner) };
    if (isDeepStrictEqual(changed, partner)) return { save: partner, audit: null };
    refuseTaken(changed, partners);
    return { save: changed, audit: note(options.actor, at, 'changed', changed, wishDetail(changed)) };
  });
}

/** What can be done with a partner: its keys open nothing for a while, or again, or never more. */
export const PARTNER_ACTS = ['suspend', 'resume', 'end'] as const;
export type PartnerAct = (typeof PARTNER_ACTS)[number];

/**
 * Suspends, resumes or ends a partner. Its keys open nothing from the next request on; with its end they are revoked.
 * @throws Problem `not_found`, `stale_edition`, `conflict` when it has ended, or is suspended or active already
 */
export function actOnPartner(
  deps: Deps,
  known: KnownPartner,
  act: PartnerAct,
  options: WriteOptions<Partner>,
): Promise<Written<Partner>> {
  const { actor } = options;
  return changeKnown(deps, known, { ...options, urgent: act !== 'resume' }, (partner, at, _partners, keys) => {
    switch (act) {
      case 'suspend':
        refuseState(partner, 'suspended');
        return { save: { ...partner, suspendedAt: at }, audit: note(actor, at, 'suspended', partner, {}) };
      case 'resume':
        refuseState(partner, 'active');
        return { save: { ...partner, suspendedAt: null }, audit: note(actor, at, 'resumed', partner, {}) };
      case 'end': {
        const open = keys.filter(({ partnerId, revokedAt }) => partnerId === partner.id && revokedAt === null);
        const ended = open.map((key) => ({ ...key, revokedAt: at }));
        const detail = { keysRevoked: ended.length };
        return { save: { ...partner, endedAt: at }, keys: ended, audit: note(actor, at, 'ended', partner, detail) };
      }
      default:
        return act satisfies never;
    }
  });
}

type ChangeOptions = WriteOptions<Partner> & Pick<Writing<Partner>, 'urgent'>;
type Decide = (partner: Partner, at: Instant, partners: readonly Partner[], keys: readonly Key[]) => PartnerDecision;

function changeKnown(
  deps: Deps,
  { id, version }: KnownPartner,
  options: ChangeOptions,
  decide: Decide,
): Promise<Written<Partner>> {
  const at = deps.clock.now();
  return change(deps, at, options, (partners, keys) => {
    const partner = partners.find((each) => each.id === id);
    if (!partner) throw notHere('partner');
    refuseStaleVersion('partner', partner.version, version);
    refuseEnded(partner);
    const { save, ...rest } = decide(partner, at, partners, keys);
    return rest.audit === null ? { ...rest, save } : { ...rest, save: { ...save, version: partner.version + 1 } };
  });
}

async function change(
  { store }: Deps,
  at: Instant,
  { dryRun, once, urgent = false }: ChangeOptions,
  decide: (partners: readonly Partner[], keys: readonly Key[]) => PartnerDecision,
): Promise<Written<Partner>> {
  const done = await store.partners.change(decide, { at, dryRun, once: onceOf(once, ({ save }) => save), urgent });
  return 'kept' in done ? done : { subject: done.save };
}

function refuseEnded(partner: Partner): void {
  if (partnerState(partner) === 'ended') throw new Problem('conflict', 'It is no partner any more.');
}

function refuseState(partner: Partner, state: ReturnType<typeof partnerState>): void {
  if (partnerState(partner) === state) throw new Problem('conflict', `The partner is ${state} already.`);
}

function refuseTaken({ id, name }: Partner, partners: readonly Partner[]): void {
  if (!partners.some((other) => other.id !== id && other.name === name)) return;
  throw new Problem('conflict', 'Another partner has this name.', {
    errors: [{ pointer: '/name', detail: 'It is the name of another partner.', expected: 'Another name.' }],
  });
}

/** What readers, or else the register, call areas today, by what the wish calls them, as far as anybody knows them. */
async function areasNamed({ store, clock }: Deps, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const name of new Set(names.slice(0, MAX_PARTNER_AREAS))) {
    const shown = await store.areas.find(name, everyone(clock.now()));
    const area = shown ? undefined : await store.names.areas.find(name);
    const word = shown?.slug ?? area?.slug ?? (area && slugify(area.name));
    if (word !== undefined) known.set(name, word);
  }
  return known;
}

/** @param present what stands there now: it stays, though it could not be given any more */
function checked(
  { name, organisation, areaKeys }: PartnerWish,
  areas: ReadonlyMap<string, string>,
  present?: PartnerWish,
): PartnerWish {
  const kept = name === present?.name ? name : readKeyName(name);
  const errors: ProblemError[] = [
    ...(kept === undefined ? [{ pointer: '/name', detail: 'This cannot be the name of a partner.' }] : []),
    ...areaKeyErrors(areaKeys, MAX_PARTNER_AREAS, `A partner's filter names ${MAX_PARTNER_AREAS} areas at most.`),
  ];
  if (areaKeys.length <= MAX_PARTNER_AREAS) {
    errors.push(...unknownAreaErrors(areaKeys, (key) => areas.has(key) || present?.areaKeys.includes(key) === true));
  }
  if (kept === undefined || errors.length > 0) {
    throw new Problem('invalid_body', errors.map(({ detail }) => detail).join(' '), { errors });
  }
  return { name: kept, organisation, areaKeys: [...new Set(areaKeys.map((key) => areas.get(key) ?? key))] };
}

function wishDetail({ organisation, areaKeys }: PartnerWish): AuditDetail {
  return { organisation, areas: areaKeys.join(' ') };
}

function note(
  by: Actor,
  at: Instant,
  event: 'created' | 'changed' | 'suspended' | 'resumed' | 'ended',
  { id, name }: Partner,
  detail: AuditDetail,
): AuditNote {
  const action = `partner.${event}`;
  return auditNote(by, { at, action, outcome: 'accepted', subject: id, detail: { name, ...detail } });
}
