/** Of every code its parameters, for tests that say them all. The compiler names a code that is missing. */
import type {
  BackendFalls,
  BackendNotes,
  BackendReasons,
  Devices,
  OpeningDetails,
  Tilings,
} from '../../core/backends.ts';
import type { Coded } from '../../core/coded.ts';
import type { FetchFaults, ManifestFaults } from '../../core/problems/data.ts';
import type { FileFaults } from '../../core/problems/files.ts';
import type { TableFaults, TensorFaults } from '../../core/problems/keep.ts';
import type { Cautions, LayerFaults } from '../../core/problems/networks.ts';
import type { Problems } from '../../core/problems.ts';

type Samples<Table> = { readonly [Code in keyof Table]: readonly [Table[Code], ...Table[Code][]] };

/** Every entry, with its code. */
const entriesOf = <Table>(samples: Samples<Table>): readonly Coded<Table>[] =>
  Object.entries(samples).flatMap(([code, all]) =>
    (all as readonly object[]).map((params) => ({ code, ...params }) as unknown as Coded<Table>),
  );

const bare = [{}] as const;
const tooMany = [{ count: 3000, most: 2 }] as const;
const promised = [{ promised: 9, found: 4000 }] as const;
const unfit = { recipe: 'DCGAN', data: 'mine', examples: [30, 30, 1] } as const;

const fetchFaults = entriesOf<FetchFaults>({
  'fetch.status': [{ status: 404 }],
  'fetch.network': bare,
  'fetch.early': bare,
});

const manifestFaults = entriesOf<ManifestFaults>({
  'manifest.noObject': bare,
  'manifest.format': [{ found: '2', wanted: 1 }],
  'manifest.value': [{ name: 'width', found: '27', wanted: 28 }],
  'manifest.noShards': bare,
  'manifest.shard': bare,
  'manifest.split': [{ found: '"secret"' }],
  'manifest.fileName': [{ found: '"../a"' }],
  'manifest.size': [{ file: 'train-0.bin' }],
  'manifest.rawSize': [{ file: 'train-0.bin', count: 10 }],
  'manifest.total': [
    { split: 'train', found: 3, wanted: 4 },
    { split: 'test', found: 3, wanted: 4 },
  ],
});

const tensorFaults = entriesOf<TensorFaults>({
  'tensors.short': bare,
  'tensors.header': bare,
  'tensors.headerJson': bare,
  'tensors.entry': [{ name: '0.dense.kernel' }],
  'tensors.outside': [{ name: '0.dense.kernel' }],
  'tensors.gap': [{ name: '0.dense.kernel' }],
  'tensors.rest': bare,
  'tensors.later': bare,
  'tensors.format': [{ format: 'gan-playground/1' }],
  'tensors.metadataJson': bare,
  'tensors.networkJson': bare,
  'tensors.unfit': [{ name: '0.dense.kernel' }],
});

const tableFaults = entriesOf<TableFaults>({
  'table.head': bare,
  'table.cells': [{ line: 3 }],
  'table.step': [{ line: 3 }],
  'table.number': [{ line: 3, name: 'lossD' }],
});

export const layerFaults = entriesOf<LayerFaults>({
  'layer.unknown': [{ text: 'foo', known: ['dense', 'conv'] }],
  'layer.miswritten': [{ text: 'conv', example: 'conv64k4s2' }],
  'layer.range': [{ text: 'dense0', field: 'units', value: '0', min: 1, max: 65536 }],
  'layer.shape': [{ text: 'reshape7x7' }],
  'layer.nestedBranch': bare,
  'layer.inBranch': [{ layer: 1, fault: { code: 'layer.nestedBranch' } }],
  'layer.needsImage': [{ kind: 'conv', input: [10] }],
  'layer.needsVector': [{ kind: 'dense', input: [28, 28, 1] }],
  'layer.kernelTooLarge': [{ side: 4, input: [2, 2, 1] }],
  'layer.windowTooLarge': [{ side: 4, input: [2, 2, 1] }],
  'layer.reshape': [{ input: [10], output: [3, 3, 1] }],
  'layer.noClasses': bare,
  'layer.otherClasses': [{ asked: 5, given: 10 }],
  'layer.output': [{ output: [56.25] }],
  'layer.weights': [
    { count: 7.1e7, most: 2e7 },
    { count: 1e30, most: 2e7 },
  ],
  'layer.values': [{ count: 4e9, most: 1e8, batch: 32 }],
  'layer.products': [{ count: 4e11, most: 1e11, batch: 32 }],
  'layer.missing': bare,
  'layer.tooMany': [{ most: 40 }],
  'layer.noPoints': [{ recipe: 'DCGAN' }],
});

export const cautions = entriesOf<Cautions>({
  'caution.coupled': bare,
  'caution.slopeNearData': bare,
  'caution.momentum': bare,
  'caution.range': [
    { range: 'symmetric', activation: 'tanh' },
    { range: 'unit', activation: 'sigmoid' },
  ],
  'caution.squashed': bare,
  'caution.untold': [{ network: 'G' }],
});

export const fileFaults = entriesOf<FileFaults>({
  'limit.memory': [
    { what: 'images', bytes: 2e7, most: 1e7 },
    { what: 'labels', bytes: 900, most: 8 },
  ],
  'limit.ratio': [{ times: 1030 }],
  'limit.inflated': [{ most: 2 ** 20 }],
  'limit.sides': [{ height: 8, width: 5000, most: 4096 }],
  'limit.images': [
    { count: 0, most: 2 },
    { count: 3, most: 2 },
  ],
  'limit.files': tooMany,
  'limit.fileBytes': [
    { files: 1, bytes: 2e9, most: 1e9 },
    { files: 3, bytes: 2e9, most: 1e9 },
  ],
  'limit.pictureBytes': [{ bytes: 2e9, most: 1e7 }],
  'limit.fetched': [
    { bytes: 2e9, most: 1e9 },
    { bytes: null, most: 1000 },
  ],
  'limit.classes': tooMany,
  'limit.labels': [{ most: 256 }],
  'limit.elements': [{ most: 16 }],
  'limit.arrays': [{ most: 16 }],
  'limit.entries': [{ most: 100_000 }],
  'file.unreadable': bare,
  'file.empty': bare,
  'file.picture': [{ type: 'PNG' }],
  'file.hdf5': bare,
  'file.webPage': bare,
  'file.unknown': [{ first: '34 30 34 20' }],
  'file.neither': [{ such: 'b.txt' }, { such: null }],
  'data.cutOff': promised,
  'data.tooLong': bare,
  'gzip.header': bare,
  'gzip.cutOff': bare,
  'deflate.damaged': bare,
  'deflate.checksum': [{ found: '0000ffff', wanted: 'ffff0000' }],
  'deflate.promise': [{ promised: 47_040_000, compressed: 40 }],
  'idx.none': bare,
  'idx.axes': tooMany,
  'idx.size': promised,
  'npy.none': bare,
  'npy.version': [{ version: 9 }],
  'npy.headerLength': [{ bytes: 2 ** 30 }],
  'npy.header': bare,
  'npz.size': promised,
  'mat.header': bare,
  'mat.version73': bare,
  'mat.byteOrder': bare,
  'mat.smallElement': [{ bytes: 9 }],
  'mat.longDescription': [{ bytes: 900, most: 20 }],
  'mat.description': [{ name: 'X' }],
  'mat.size': promised,
  'mat.tooLong': bare,
  'mat.zlib': bare,
  'mat.nested': bare,
  'mat.element': promised,
  'zip.end': bare,
  'zip.leadsOut': bare,
  'zip.directory': bare,
  'zip.directoryCutOff': bare,
  'zip.directoryLost': bare,
  'zip.password': bare,
  'zip.large': bare,
  'zip.beyond': bare,
  'zip.overlap': bare,
  'zip.entryHeader': bare,
  'zip.method': [{ method: 12 }],
  'zip.sizes': bare,
  'zip.checksum': bare,
  'array.notPlain': bare,
  'array.unknownType': [{ type: 18 }],
  'array.otherType': [{ type: '<U4' }, { type: null }],
  'array.axes': [{ axes: 7 }],
  'values.notFinite': [{ index: 1 }],
  'values.range': [{ low: -3, high: 700 }],
  'labels.notWhole': [
    { index: 0, value: 0.5 },
    { index: 0, value: Number.NaN },
  ],
  'set.ambiguous': [{ names: ['a', 'b'], split: 'train', what: 'images' }],
  'set.labels': [{ images: 'x', count: 3, labels: 'y', found: 2 }],
  'set.noImages': [{ found: [{ name: 'y', shape: [3] }] }],
  'set.empty': bare,
  'set.otherSize': [{ test: [3, 3, 1], train: [2, 2, 1] }],
  'picture.none': bare,
  'picture.damaged': bare,
  'picture.size': [{ width: 3, height: 4 }],
});

export const backendReasons = entriesOf<BackendReasons>({
  'reason.chosen': bare,
  'reason.only': bare,
  'reason.quickest': [
    { among: 2, milliseconds: 12.3 },
    { among: 2, milliseconds: 1234 },
  ],
  'reason.afterLoss': [{ lost: 'webgl', next: { code: 'reason.only' } }],
});

export const devices = entriesOf<Devices>({
  'device.named': [{ name: 'SwiftShader' }],
  'device.unnamed': bare,
  'device.wasm': [
    { relaxed: true, threads: 1 },
    { relaxed: false, threads: 4 },
  ],
  'device.javaScript': bare,
});

export const backendFalls = entriesOf<BackendFalls>({
  'fall.notIsolated': bare,
  'fall.helpers': [
    { threads: 1, wanted: 4 },
    { threads: 2, wanted: 4 },
  ],
  'fall.notRelaxed': [{ because: 'unsupported' }, { because: 'missing' }],
  'fall.javaScript': [{ why: { code: 'backend.noSimd' } }],
});

export const backendNotes = entriesOf<BackendNotes>({
  'note.measured': [
    { milliseconds: 12.3, compiled: null },
    { milliseconds: 12.3, compiled: 4.5 },
  ],
  'note.promised': [{ milliseconds: 4000, batch: 2 }],
  'note.simdIsQuicker': bare,
  'note.lost': bare,
  'note.software': [{ device: { code: 'device.named', name: 'SwiftShader' } }],
});

export const tilings = entriesOf<Tilings>({
  'tiles.measured': [{ down: 8, across: 4, groups: 48, among: 5 }],
  'tiles.usual': [{ down: 4, across: 4, groups: 48 }],
});

export const openingDetails = entriesOf<OpeningDetails>({
  'opening.named': [{ name: 'MNIST' }],
  'opening.starting': [{ id: 'webgl' }],
  'opening.measuring': [{ id: 'webgl' }],
});

type All<Entry> = readonly [Entry, ...Entry[]];

export const problems = entriesOf<Problems>({
  'network.layer': layerFaults.map((fault) => ({ network: 'G' as const, layer: 2, fault })) as unknown as All<
    Problems['network.layer']
  >,
  'sound.shapes': [{ drawn: [784], judged: [28, 28, 1], examples: [28, 28, 1] }],
  'sound.outputs': [
    { output: [2], outputs: 1, classes: false },
    { output: [10], outputs: 11, classes: true },
  ],
  'sound.unbounded': bare,
  'sound.noProbability': bare,
  'param.number': [{ name: 'lrG' }],
  'param.noNumber': [{ name: 'lrG', text: 'fast' }],
  'param.whole': [{ name: 'batch', value: 1.5 }],
  'param.range': [{ name: 'batch', min: 2, max: 512, value: 1 }],
  'param.choice': [{ name: 'noise', options: ['gaussian', 'uniform'], value: 'pink' }],
  'param.switch': [{ name: 'saturating' }],
  'param.noSwitch': [{ name: 'saturating', text: 'yes' }],
  'param.unknown': [{ recipe: 'GAN', name: 'tempo', known: ['lrG', 'lrD'] }],
  'param.restart': [{ name: 'width' }],
  'recipe.unknown': [{ id: 'vae', known: ['gan', 'dcgan'] }],
  'recipe.otherData': [{ recipe: 'DCGAN', data: 'Ring', suited: ['mnist'] }],
  'data.brought': bare,
  'data.unknown': [{ id: 'cats', known: ['mnist'] }],
  'data.gone': bare,
  'seed.range': [{ value: -1 }],
  'compare.unknown': [{ id: 'vae', known: ['gan', 'dcgan'] }],
  'compare.count': [{ most: 4 }],
  'compare.noData': [{ ids: ['gan', 'dcgan'] }],
  'networks.unusable': [{ why: { code: 'network.layer', network: 'D', layer: 0, fault: { code: 'layer.missing' } } }],
  'fit.layer': [{ ...unfit, layer: 1, output: [56.25] }],
  'fit.drawn': [{ ...unfit, drawn: [32, 32, 1] }],
  'fit.batch': [{ ...unfit, batch: 64, count: 3 }],
  cancelled: [
    ...(['opening', 'choosing', 'measuring', 'nearest', 'classifier', 'reading', 'saving', 'worker'] as const).map(
      (work) => ({
        work,
      }),
    ),
    { work: 'loading', name: 'MNIST' },
    { work: 'fetching', name: 'a.npz' },
  ] as unknown as All<Problems['cancelled']>,
  'run.closed': bare,
  'run.unknown': [{ run: 5 }],
  'run.aside': [{ run: 5 }],
  'run.failed': bare,
  'run.notFinite': [
    { step: 4, name: 'lossD', good: 0 },
    { step: 4, name: 'lossD', good: null },
  ],
  'run.noSnapshot': bare,
  'run.noBest': bare,
  'worker.lost': [{ reason: 'hung' }, { reason: 'thrown' }, { reason: 'unstarted' }],
  'worker.restarted': bare,
  internal: [{ what: 'x is not a function.' }],
  'weights.bad': tensorFaults.map((fault) => ({ fault })) as unknown as All<Problems['weights.bad']>,
  'weights.none': bare,
  'weights.unfit': [
    { network: 'generator', layer: 1, name: 'net.0.weight', found: [64, 100], wanted: [128, 100] },
    { network: 'discriminator', layer: 2, name: 'bias', found: null, wanted: [1] },
  ],
  'weights.more': [{ network: 'generator', name: 'net.9.weight' }],
  'table.bad': tableFaults.map((fault) => ({ fault })) as unknown as All<Problems['table.bad']>,
  'run.otherFile': [{ name: 'cat.png' }],
  'images.bad': tensorFaults.map((fault) => ({ fault })) as unknown as All<Problems['images.bad']>,
  'points.few': [
    { count: 1, least: 1000 },
    { count: 320, least: 1000 },
  ],
  'points.many': [{ count: 120_000, most: 100_000 }],
  'points.outside': [{ place: 3, x: 2.5, y: -0.25, extent: 2 }],
  'images.noRoom': [{ bytes: 300e6, most: 200e6 }],
  'model.missing': fetchFaults.map((why) => ({ name: 'Conv CGAN', why })) as unknown as All<Problems['model.missing']>,
  'model.damaged': [{ name: 'Conv CGAN' }],
  'checkpoint.bad': tensorFaults.map((fault) => ({ fault })) as unknown as All<Problems['checkpoint.bad']>,
  'export.noPicture': bare,
  'export.noCurves': bare,
  'export.noCodec': bare,
  'checkpoint.notFinite': bare,
  'snapshot.unfit': [
    { name: 'generator.0.dense.kernel', found: [2], wanted: [3] },
    { name: 'generator.0.dense.kernel', found: null, wanted: [3] },
  ],
  'evaluator.damaged': [{ fault: { code: 'tensors.short' } }],
  'evaluator.otherData': [{ known: 'MNIST', data: 'Fashion-MNIST' }],
  'backend.notStarted': [{ id: 'webgl' }],
  'backend.noWebGpu': bare,
  'backend.noAdapter': bare,
  'backend.noWebGl': bare,
  'backend.adapterSilent': [{ seconds: 5 }],
  'backend.noKernels': bare,
  'backend.kernelsMissing': bare,
  'backend.noSimd': bare,
  'backend.noMemory': bare,
  'backend.none': bare,
  'backend.lost': [
    { id: 'webgl', told: 'reset' },
    { id: 'webgl', told: '' },
  ],
  'backend.gone': [{ id: 'webgl' }],
  'backend.full': [{ bytes: 2e7, used: 4e7 }],
  'measuring.every': [{ value: 0 }],
  'measuring.samples': [{ least: 20, most: 2000, value: 5 }],
  'measuring.none': bare,
  'measuring.busy': bare,
  'measuring.tooMany': [{ samples: 500, data: 'mine', count: 60, most: 30 }],
  'measure.unknown': [{ id: 'beauty', known: ['frechet'] }],
  'evaluator.missing': [{ data: 'mine' }],
  'evaluator.points': bare,
  'evaluator.oneClass': bare,
  'evaluator.unfit': [
    { why: { code: 'network.layer', network: null, layer: 0, fault: { code: 'layer.output', output: [0.5] } } },
  ],
  'spectrum.noKernel': [{ network: 'generator', layer: 1 }],
  'spectrum.tooLarge': [{ matrix: [600, 700], most: 512 }],
  'judge.count': [{ most: 64 }],
  'judge.size': [{ found: 783, size: 784 }],
  'judge.value': [{ index: 3 }],
  'judge.classes': [
    { count: 1, classes: 10 },
    { count: 1, classes: 0 },
  ],
  'latent.count': [{ most: 512 }],
  'latent.size': [{ found: 63, size: 64 }],
  'latent.value': [{ index: 3 }],
  'latent.classes': [
    { count: 2, classes: 10 },
    { count: 2, classes: 0 },
  ],
  'latent.noDirections': bare,
  'latent.points': bare,
  'judge.baseline': bare,
  'deal.points': bare,
  'deal.rounds': [{ most: 100 }],
  'data.missing': fetchFaults.map((why) => ({ file: 'train-0.bin', why })) as unknown as All<Problems['data.missing']>,
  'data.damaged': [{ file: 'train-0.bin' }],
  'data.manifest': manifestFaults.map((fault) => ({ data: 'MNIST', fault })) as unknown as All<
    Problems['data.manifest']
  >,
  'data.batch': [{ batch: 64, count: 3 }],
  'file.bad': fileFaults.map((fault) => ({
    place: { file: 'a.npz', entry: 'x.npy', at: 5000 },
    fault,
  })) as unknown as All<Problems['file.bad']>,
  'file.none': bare,
  'original.unknown': [{ id: 'large' }],
  'original.missing': [
    { file: 'a.gz', why: { code: 'fetch.network' }, kept: 0, bytes: 2e7 },
    { file: 'a.gz', why: { code: 'fetch.early' }, kept: 1e7, bytes: 2e7 },
  ],
  'original.damaged': [{ file: 'a.gz' }],
  'address.none': [{ text: 'example.org/a.npz' }],
  'address.noHttps': [{ text: 'http://example.org/a.npz' }],
  'address.password': [{ host: 'example.org' }],
  'address.offline': [{ file: 'a.npz' }],
  'address.silent': [
    { file: 'a.npz', host: 'example.org', isForeign: true },
    { file: 'a.npz', host: 'example.org', isForeign: false },
  ],
  'address.refused': [
    { file: 'a.npz', status: 404 },
    { file: 'a.npz', status: 503 },
  ],
  'address.brokeOff': [
    { file: 'a.npz', kept: 2e5 },
    { file: 'a.npz', kept: 0 },
  ],
  'address.otherFile': [{ file: 'train_32x32.mat', set: 'SVHN' }],
});
