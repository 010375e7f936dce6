/** A labelled section of the system prompt, such as `## What we sell`, with its sentences. */
export interface ContextSection {
  label: string;
  statements: string[];
}

const heading = /^#{2,6}\s+(.+?)\s*#*$/;
const wrapperTag = /^<\/?[\w-]+[^<>]*>$/;
const instructionLabel =
  /^(instructions?|rules|guidelines|your (task|role|job)|answering)\b|^how\b.*\b(answer|reply|respond)\b/i;

const title = /^#\s+[^:]+:\s*(.+?)\s*#*$/m;

/** A system prompt in its parts. */
export interface PromptContext {
  /** What comes before the first heading of a section. */
  instructions: string;
  /** Whose context it is, from a title such as `# Business context: Lind Bikes`. */
  owner: string | undefined;
  sections: ContextSection[];
}

/** Splits a system prompt into its instructions, its title and its labelled sections. */
export function readContext(system: string): PromptContext {
  const instructions: string[] = [];
  const sections: { label: string; lines: string[] }[] = [];
  for (const line of system.split(/\r?\n/).map((text) => text.trim())) {
    const label = heading.exec(line)?.[1];
    const section = sections.at(-1);
    if (label !== undefined) sections.push({ label, lines: [] });
    else if (section === undefined) instructions.push(line);
    else if (!wrapperTag.test(line)) section.lines.push(line);
  }
  return {
    instructions: instructions.join('\n').trim(),
    owner: title.exec(instructions.join('\n'))?.[1],
    sections: sections
      .filter(({ label }) => !instructionLabel.test(label))
      .map(({ label, lines }) => ({ label, statements: lines.flatMap(splitStatements) }))
      .filter(({ statements }) => statements.length > 0),
  };
}

/** Cuts a line into sentences, without the bullet that it may start with. */
export function splitStatements(line: string): string[] {
  return line
    .replace(/^([-*•]|\d+[.)])\s+/, '')
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“])/u)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
