import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import type { Point } from '../canvas/geometry';
import { addWrittenIdea } from '../model/ideas';
import { type Model, send, whyNot } from '../model/model';
import { addImageAt } from '../model/objects';
import type { Upload } from '../model/ui';
import { upload } from './upload';

function show({ ui }: Model): (id: number, state: Upload | null) => void {
  return (id, state) => {
    const next = new Map(ui.uploads.get());
    if (state === null) {
      next.delete(id);
    } else {
      next.set(id, state);
    }
    ui.uploads.set(next);
  };
}

/** Brings files to the board: pictures onto the canvas around a place, other files as ideas that hold them. */
export function bringFiles(model: Model, files: readonly File[], at: Point): void {
  const reason = whyNot(model, 'draw');
  if (reason !== null) {
    toast(reason, 'bad');
    return;
  }
  files.forEach((file, index) => {
    void upload(model.session.board, show(model), file, (uploaded, prepared) => {
      tell(prepared.redrawn);
      if (prepared.width > 0) {
        addImageAt(model, { x: at.x + index * 32, y: at.y + index * 32 }, uploaded.file, prepared);
      } else {
        const id = addWrittenIdea(model, file.name);
        send(model, { type: 'attachToIdea', id, file: uploaded.file, alt: '' });
      }
    });
  });
}

/** Attaches a file to an idea. */
export function attachFile(model: Model, idea: string, file: File): void {
  void upload(model.session.board, show(model), file, (uploaded, prepared) => {
    tell(prepared.redrawn);
    send(model, { type: 'attachToIdea', id: idea, file: uploaded.file, alt: '' });
  });
}

function tell(redrawn: boolean): void {
  if (redrawn) {
    toast(t('upload.redrawn'));
  }
}

/** Lets the person choose files, then brings them to the middle of the screen. */
export function chooseFiles(done: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = '.png,.jpg,.jpeg,.webp,.gif,.pdf,.stl,.gltf,.glb';
  input.onchange = () => done([...(input.files ?? [])]);
  input.click();
}
