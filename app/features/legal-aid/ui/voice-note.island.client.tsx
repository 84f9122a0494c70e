/** A voice note in the browser: record, stop, and it lies in the page's file field as if it had been chosen. */
type VoiceNote = { words: { start: string; stop: string; done: string; refused: string } };

/** Longer than this and the file would be too large to send, ms. */
const LONGEST = 15 * 60_000;
const TYPES = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const;
const ENDINGS: Record<string, string> = { 'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' };

for (const place of document.querySelectorAll<HTMLElement>('[data-island="voice-note"]')) {
  const { words } = JSON.parse(place.dataset.props ?? '{}') as VoiceNote;
  const input = place.closest('form')?.elements.namedItem('files') as HTMLInputElement | null;
  const type =
    typeof MediaRecorder === 'undefined' ? undefined : TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  // Only https and this machine have a microphone to ask for; elsewhere the hint to upload stays.
  if (!input || !type || !navigator.mediaDevices) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary';
  button.textContent = words.start;
  const status = document.createElement('p');
  status.className = 'meta';
  status.setAttribute('role', 'status');
  let recorder: MediaRecorder | null = null;

  const keep = (pieces: Blob[]): void => {
    const carrier = new DataTransfer();
    carrier.items.add(new File(pieces, `voice-note.${ENDINGS[type] ?? 'webm'}`, { type }));
    input.files = carrier.files;
    button.textContent = words.start;
    status.textContent = words.done;
  };
  const start = async (): Promise<void> => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces: Blob[] = [];
    const made = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
    made.addEventListener('dataavailable', (event) => pieces.push(event.data));
    made.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop();
      recorder = null;
      keep(pieces);
    });
    made.start();
    recorder = made;
    button.textContent = words.stop;
    status.textContent = '';
    setTimeout(() => made.state === 'recording' && made.stop(), LONGEST);
  };
  button.addEventListener('click', () => {
    if (recorder) recorder.stop();
    else start().catch(() => (status.textContent = words.refused));
  });
  place.replaceChildren(button, status);
}
