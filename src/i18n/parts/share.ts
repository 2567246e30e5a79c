export const share = {
  link: 'Link',
  withView: 'With the view',
  withViewHint: 'Class, tabs, charts, language and colours go along; else the settings alone',
  copied: 'Copied',
  notCopied: 'Copying is not allowed here: the text is selected.',
  readers: 'Those who open it find',
  control: {
    systems: 'Systems',
    data: 'Data set',
    settings: 'Settings',
    errata: 'Errata',
    networks: 'Networks',
  },
  right: { free: 'free', locked: 'locked', hidden: 'read only, hidden' },
  frameParts: 'In a frame of another page',
  frame: 'HTML of the frame',
  copyFrame: 'Copy the HTML',
  qr: 'QR code',
  qrOf: ({ link }: { link: string }) => `QR code of ${link}`,
  tooLong:
    'This link is too long for a QR code. Networks of one’s own make it long; with the recipe’s own networks it fits.',
};
