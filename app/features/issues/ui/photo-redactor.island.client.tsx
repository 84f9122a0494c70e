/**
 * Draws boxes on a picture: drag on the picture for a new one, drag a box to move it, or with keys: arrows move,
 * Shift and arrows resize, Delete removes. Each box is a hidden field `x,y,width,height` in parts of the picture's
 * sides; the server replaces the pixels. Nothing is sent before the form is.
 */
type Data = {
  src: string;
  width: number;
  height: number;
  words: Record<'hint' | 'add' | 'box' | 'remove' | 'picture', string>;
};
type Box = { x: number; y: number; width: number; height: number };

const STEP = 0.02;
const SMALLEST = 0.015;
const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

function redactor(place: HTMLElement, { src, width, height, words }: Data): void {
  const stage = element('div', { className: 'redactor redactor-drawing' });
  const picture = element('img', { src, width, height, alt: words.picture, draggable: false });
  stage.append(picture);

  /** Where the pointer is, in parts of the picture. */
  const at = ({ clientX, clientY }: PointerEvent) => {
    const frame = stage.getBoundingClientRect();
    return { x: within((clientX - frame.left) / frame.width, 1), y: within((clientY - frame.top) / frame.height, 1) };
  };

  const addBox = (box: Box): { draw: () => void; button: HTMLButtonElement; box: Box; remove: () => void } => {
    const field = element('input', { type: 'hidden', name: 'box' });
    const button = element('button', { type: 'button', className: 'redactor-box', ariaLabel: words.box });
    const draw = () => {
      field.value = [box.x, box.y, box.width, box.height].map((part) => part.toFixed(4)).join(',');
      Object.assign(button.style, {
        left: `${box.x * 100}%`,
        top: `${box.y * 100}%`,
        width: `${box.width * 100}%`,
        height: `${box.height * 100}%`,
      });
    };
    const remove = () => {
      field.remove();
      button.remove();
    };
    button.addEventListener('keydown', (event) => {
      if (event.key === 'Delete' || event.key === 'Backspace') {
        remove();
        return event.preventDefault();
      }
      const dx = Number(event.key === 'ArrowRight') - Number(event.key === 'ArrowLeft');
      const dy = Number(event.key === 'ArrowDown') - Number(event.key === 'ArrowUp');
      if (dx === 0 && dy === 0) return undefined;
      if (event.shiftKey) {
        box.width = Math.max(SMALLEST, within(box.width + dx * STEP, 1 - box.x));
        box.height = Math.max(SMALLEST, within(box.height + dy * STEP, 1 - box.y));
      } else {
        box.x = within(box.x + dx * STEP, 1 - box.width);
        box.y = within(box.y + dy * STEP, 1 - box.height);
      }
      draw();
      return event.preventDefault();
    });
    button.addEventListener('pointerdown', (event) => {
      event.stopPropagation();
      const from = at(event);
      const start = { ...box };
      follow(button, event, (now) => {
        box.x = within(start.x + now.x - from.x, 1 - box.width);
        box.y = within(start.y + now.y - from.y, 1 - box.height);
        draw();
      });
    });
    stage.append(button, field);
    draw();
    return { draw, button, box, remove };
  };

  /** Calls `move` until the pointer is let go. */
  const follow = (
    target: HTMLElement,
    event: PointerEvent,
    move: (now: { x: number; y: number }) => void,
    end?: () => void,
  ) => {
    target.setPointerCapture(event.pointerId);
    const onMove = (next: PointerEvent) => move(at(next));
    const onEnd = () => {
      target.removeEventListener('pointermove', onMove);
      end?.();
    };
    target.addEventListener('pointermove', onMove);
    target.addEventListener('pointerup', onEnd, { once: true });
  };

  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const from = at(event);
    const { box, draw, button, remove } = addBox({ ...from, width: 0, height: 0 });
    follow(
      stage,
      event,
      (now) => {
        Object.assign(box, {
          x: Math.min(from.x, now.x),
          y: Math.min(from.y, now.y),
          width: Math.abs(now.x - from.x),
          height: Math.abs(now.y - from.y),
        });
        draw();
      },
      // A tap is no box.
      () => (box.width < SMALLEST || box.height < SMALLEST ? remove() : button.focus()),
    );
  });

  const add = element('button', { type: 'button', className: 'btn btn-secondary btn-small', textContent: words.add });
  add.addEventListener('click', () => addBox({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 }).button.focus());
  const removeLast = element('button', {
    type: 'button',
    className: 'btn btn-quiet btn-small',
    textContent: words.remove,
  });
  removeLast.addEventListener('click', () => {
    [...stage.querySelectorAll('.redactor-box')].at(-1)?.remove();
    [...stage.querySelectorAll('input')].at(-1)?.remove();
  });
  const tools = element('div', { className: 'btn-row btn-row-tight' });
  tools.append(add, removeLast);
  place.replaceChildren(element('p', { textContent: words.hint }), stage, tools);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island="photo-redactor"]')) {
  redactor(place, JSON.parse(place.dataset.props ?? '{}') as Data);
}
