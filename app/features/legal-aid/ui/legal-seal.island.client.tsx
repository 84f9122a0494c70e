import { concat, fromBase64, toBase64, utf8 } from '../vault/bytes.ts';
import { sealFileChunks } from '../vault/files.ts';
import { grantKey } from '../vault/grants.ts';
import { makeKey } from '../vault/keys.ts';
import { sealRecord } from '../vault/records.ts';
import type { BrowserPlan } from '../draft-view.server.ts';
import { sniffFile } from '../rules/file-kinds.ts';
import { identityFrom, MAX_PICTURE_SIDE } from '../rules/browser-sealing.ts';

/**
 * Seals what a page of the intake is about to send: a new key, granted to the public keys the page names, and the words
 * (or one file) under it. What goes over the line is ciphertext; the plain fields are emptied before the form is sent.
 */
type Data = { plan: BrowserPlan; fields: string[]; words: { browser: string; failed: string; email: string } };

function sealWith({ caseId, holders, keyKind, kind, recordId, version }: BrowserPlan, content: object): string {
  const key = makeKey();
  // As the server stores it: the applicant's, for both sides of the case.
  const said = { author: 'applicant', authorId: null, visibility: 'public' };
  const place = { table: 'records', caseId, recordId, field: kind, keyVersion: version, said };
  const { ciphertext, nonce } = sealRecord(key, place, utf8(JSON.stringify(content)));
  const grants = holders.map(({ box, holderId, keyId }) => {
    const grant = grantKey(key, fromBase64(box), { kind: keyKind, subjectId: caseId, version, holderId, keyId });
    return { holderId, keyId, enc: toBase64(grant.enc), ciphertext: toBase64(grant.ciphertext) };
  });
  key.fill(0);
  return JSON.stringify({ version, recordId, nonce: toBase64(nonce), ciphertext: toBase64(ciphertext), grants });
}

/** The one field beside them that goes as it is: were it refused by the server, the sealed ones would have to be typed again. */
function isNoticeRight(form: HTMLFormElement, sentence: string): boolean {
  const field = form.elements.namedItem('noticeEmail') as HTMLInputElement | null;
  if (!field) return true;
  const isRight = field.value.trim() === '' || /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(field.value.trim());
  field.setCustomValidity(isRight ? '' : sentence);
  field.addEventListener('input', () => field.setCustomValidity(''), { once: true });
  return field.reportValidity();
}

/** A picture drawn anew: no position, no camera, no hidden thumbnail comes along. */
async function redrawn(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, MAX_PICTURE_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('not drawn'))), 'image/jpeg', 0.8),
  );
}

/** One file: its body sealed in chunks under a key of its own, which goes into the record with the real name. */
async function sealFile(plan: BrowserPlan, file: File): Promise<{ body: File; sealed: string }> {
  const kind = sniffFile(new Uint8Array(await file.arrayBuffer()));
  if (kind === null) throw new Error('not taken');
  const source = kind === 'picture' ? await redrawn(file) : file;
  const bytes = new Uint8Array(await source.arrayBuffer());
  const key = makeKey();
  const pieces: Uint8Array[] = [];
  for await (const piece of sealFileChunks(key, plan.recordId, [bytes])) pieces.push(piece);
  const type = kind === 'picture' ? 'image/jpeg' : kind;
  const isVoice = file.name.startsWith('voice-note.');
  const content = { name: file.name, type, bytes: bytes.length, key: toBase64(key), ...(isVoice ? { isVoice } : {}) };
  const sealed = sealWith(plan, content);
  return { body: new File([new Uint8Array(concat(...pieces))], 'sealed'), sealed };
}

const fieldsOf = (form: HTMLFormElement, names: readonly string[]) =>
  [...form.elements].filter(
    (one): one is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      'name' in one && names.includes((one as HTMLInputElement).name),
  );

async function sealForm(form: HTMLFormElement, { fields, plan }: Data): Promise<boolean> {
  const hidden = form.elements.namedItem('sealed') as HTMLInputElement;
  const inputs = fieldsOf(form, fields);
  if (plan.kind === 'file') {
    const input = inputs[0] as HTMLInputElement | undefined;
    const [file] = input?.files ?? [];
    if (!input || !file) return false;
    const { body, sealed } = await sealFile(plan, file);
    const carrier = new DataTransfer();
    carrier.items.add(body);
    input.files = carrier.files;
    hidden.value = sealed;
    return true;
  }
  const typed = new Map(
    inputs.map((one) => [
      one.name,
      one instanceof HTMLInputElement && one.type === 'checkbox' ? (one.checked ? 'on' : '') : one.value.trim(),
    ]),
  );
  const content = plan.kind === 'story' ? { text: typed.get('story') ?? '' } : identityFrom(typed);
  // Nothing to seal: the page says so, or keeps what was sealed before.
  if (content === null || (plan.kind === 'story' && !typed.get('story'))) return false;
  hidden.value = sealWith(plan, content);
  // The form is sent as it stands then: a disabled field is not among what is sent.
  for (const one of inputs) one.disabled = true;
  return true;
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island="legal-seal"]')) {
  const form = place.closest('form');
  const data = JSON.parse(place.dataset.props ?? 'null') as Data | null;
  if (!form || !data) continue;
  const say = (text: string) => {
    const line = place.querySelector('.notice-text');
    if (line) line.textContent = text;
  };
  const single =
    data.plan.kind === 'file' ? (fieldsOf(form, data.fields)[0] as HTMLInputElement | undefined) : undefined;
  // Each file has a key and a record of its own: one at a time.
  if (single) single.multiple = false;
  say(data.words.browser);
  place.dataset.sealing = 'browser';
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isNoticeRight(form, data.words.email)) return;
    const button = event.submitter as HTMLButtonElement | null;
    const send = (): void => {
      // What the pressed button says is sent too, as if the browser had sent the form itself.
      if (button?.name) {
        const said = document.createElement('input');
        said.type = 'hidden';
        said.name = button.name;
        said.value = button.value;
        form.append(said);
      }
      form.submit();
    };
    sealForm(form, data).then(send, () => {
      for (const one of fieldsOf(form, data.fields)) one.disabled = false;
      (form.elements.namedItem('sealed') as HTMLInputElement).value = '';
      form.removeEventListener('submit', onSubmit);
      place.dataset.sealing = 'server';
      say(data.words.failed);
    });
  };
  form.addEventListener('submit', onSubmit);
}
