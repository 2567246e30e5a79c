/** Which Chromium the tests, screenshots and scripts run in, and how it is started. */
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const COMMANDS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

const { env, platform } = process;
const WINDOWS_FOLDERS = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);

/** Where installers put it when it is not on the PATH. */
function usualPlaces(): readonly string[] {
  switch (platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium'].flatMap((app) =>
        ['/Applications', join(env.HOME ?? '', 'Applications')].map(
          (folder) => `${folder}/${app}.app/Contents/MacOS/${app}`,
        ),
      );
    case 'win32':
      return WINDOWS_FOLDERS.flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ]);
    default:
      return ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
  }
}

const onPath = (): readonly string[] =>
  platform === 'win32'
    ? []
    : COMMANDS.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));

/** Some systems put a stub in the browser's place that only asks for an installation. */
function starts(path: string): boolean {
  // There, asking for the version opens a window.
  if (platform === 'win32') return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser to start: `CHROME_PATH`, an installed Chrome or Chromium, or Playwright's own.
 *
 * @throws Error if `CHROME_PATH` points nowhere: silently taking another would surprise.
 */
export function findBrowser(): string | null {
  const asked = env.CHROME_PATH;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROME_PATH is ${asked}, but there is no such file.`);
    return asked;
  }
  const places = [...onPath(), ...usualPlaces(), chromium.executablePath()];
  return places.find((path) => existsSync(path) && starts(path)) ?? null;
}

const isRoot = process.getuid?.() === 0;

/** Ways to get one, in the order in which they are tried. */
const INSTALLERS: readonly {
  readonly usable: boolean;
  readonly commands: readonly (readonly [string, ...string[]])[];
}[] = [
  { usable: true, commands: [['npx', 'playwright', 'install', 'chromium']] },
  {
    usable: isRoot && existsSync('/usr/bin/apt-get'),
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'chromium'],
    ],
  },
];

/** Shown, and never asking back: npm is a script on Windows, and apt likes to ask. */
const INSTALL = {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: platform === 'win32',
  env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
} as const satisfies ExecFileSyncOptions;

/**
 * Finds a browser, or installs one.
 *
 * @throws Error that says what to install, if neither works.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chrome or Chromium found; installing one …');
  for (const { usable, commands } of INSTALLERS) {
    if (!usable) continue;
    try {
      for (const [command, ...args] of commands) execFileSync(command, args, INSTALL);
    } catch {
      continue;
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'There is no browser to test in, and none could be installed. Install Google Chrome or Chromium ' +
      '(Debian, Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to one, and try again.',
  );
}

/** Flags for every start: no traffic of the browser's own, and a sandbox where it can have one. */
export const BROWSER_ARGS: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** WebGL drawn by the CPU: the same on every machine, with or without a GPU. */
export const SOFTWARE_WEBGL_ARGS: readonly string[] = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** WebGPU, and WebGL, emulated by the CPU. */
export const SOFTWARE_GPU_ARGS: readonly string[] = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  ...SOFTWARE_WEBGL_ARGS,
];
