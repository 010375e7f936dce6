import { Shell } from '../src/shell/shell.tsx';
import { ControlsSection } from './controls-section.tsx';
import { DialogsSection } from './dialogs-section.tsx';
import classes from './gallery.module.css';
import { MarkdownSection } from './markdown-section.tsx';
import { StatesSection } from './states-section.tsx';
import { TablesSection } from './tables-section.tsx';

const directions = ['ltr', 'rtl'];
const pages = ['kit', 'chat', 'sign-in'];

/** Everything that stands on a page of its own accord. */
export function KitPage() {
  return (
    <Shell heading="The kit">
      <div className={classes.page}>
        <nav aria-label="Pages" className={classes.pages}>
          {pages.flatMap((page) =>
            directions.map((dir) => (
              <a key={`${page} ${dir}`} href={`/?page=${page}&dir=${dir}`}>
                {page} {dir}
              </a>
            )),
          )}
        </nav>
        <ControlsSection />
        <DialogsSection />
        <TablesSection />
        <MarkdownSection />
        <StatesSection />
      </div>
    </Shell>
  );
}
