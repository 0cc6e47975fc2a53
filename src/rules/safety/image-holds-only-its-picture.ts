import type { Cargo } from '../../content/image-cargo.ts'
import { pictures } from '../reading/image-files.ts'
import { libraryRule } from '../engine/rule.ts'

const messages: Record<Cargo, string> = {
  bomb: '图片里有一段数据解开以后大得不正常，会让读者的设备卡住。',
  metadata: '图片里附带的说明信息（元数据）超过 512 KB，读者白白多下载。',
  trailer: '图片后面还跟着别的内容，例如动态照片的录像，会一起发布出去。',
}

export const imageHoldsOnlyItsPicture = libraryRule({
  id: 'image-holds-only-its-picture',
  summary: '图片文件里只有画面，没有夹带别的。',
  severity: 'error',
  silenceable: false,
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { path, cargo } of share(pictures))
      if (cargo)
        yield {
          file: path,
          message: messages[cargo],
          hint: '用看图软件打开，另存为新的 .jpg 或 .png，不保留元数据，再放进来。',
        }
  },
})
