// Words of tool pages, per thing that is meant. They decide what a control may be taken for; what they do not know stays unread.
// Each entry: the languages the largest tools are offered in, the commonest words only.

/** What a dimension is about, found by the card's own name of it, with the words pages use for it. */
export const concepts: { names: string[]; words: string[] }[] = [
  {
    names: ['duration', 'seconds', 'length', 'minutes'],
    words: [
      ...['duration', 'length', 'clip length', 'video length', 'seconds', 'time', 'dauer', 'länge', 'videolänge', 'videodauer'],
      ...['durée', 'longueur', 'duración', 'longitud', 'duração', 'comprimento', 'durata', 'lunghezza', 'duur', 'lengte'],
      ...['czas trwania', 'długość', 'длительность', 'продолжительность', 'тривалість', 'süre', 'uzunluk', '时长', '時長'],
      ...['视频时长', '長さ', '再生時間', '秒数', '길이', '재생 시간', 'المدة', 'مدة', 'अवधि', 'durasi', 'thời lượng', 'ความยาว', 'längd', 'délka'],
      ...['מֶשֶׁך', 'משך', 'διάρκεια', 'kesto', 'varighed', 'varighet', 'durată', 'időtartam'],
    ],
  },
  {
    names: ['resolution', 'size'],
    words: [
      ...['resolution', 'video resolution', 'output resolution', 'auflösung', 'résolution', 'resolución', 'resolução', 'risoluzione'],
      ...['resolutie', 'rozdzielczość', 'разрешение', 'роздільна здатність', 'çözünürlük', '分辨率', '解析度', '清晰度', '解像度', '해상도'],
      ...['الدقة', 'دقة', 'रिज़ॉल्यूशन', 'resolusi', 'độ phân giải', 'ความละเอียด', 'upplösning', 'rozlišení', 'ανάλυση', 'רזולוציה'],
    ],
  },
  {
    names: ['images', 'variants', 'outputs', 'videos', 'count', 'runs', 'samples', 'generations'],
    words: [
      ...['variants', 'variations', 'outputs', 'number of images', 'number of videos', 'number of outputs', 'number of variants'],
      ...['image count', 'video count', 'output count', 'batch size', 'count', 'quantity', 'samples', 'generations', 'amount'],
      ...['varianten', 'anzahl', 'anzahl der varianten', 'variantes', 'nombre', 'nombre de variantes', 'cantidad', 'variações'],
      ...['quantidade', 'varianti', 'quantità', 'aantal', 'warianty', 'liczba', 'варианты', 'количество', 'варіанти', 'кількість'],
      ...['varyant', 'adet', '数量', '生成数量', '變體', '变体', '枚数', '生成数', 'バリエーション', '개수', '수량', 'العدد', 'عدد', 'संख्या', 'jumlah', 'số lượng'],
      ...['จำนวน', 'antal', 'počet', 'αριθμός', 'כמות'],
    ],
  },
  {
    names: ['model', 'version', 'engine'],
    words: [
      ...['model', 'ai model', 'video model', 'image model', 'engine', 'modell', 'ki modell', 'modèle', 'modelo', 'modello', 'модель'],
      ...['模型', 'モデル', '모델', 'النموذج', 'मॉडल', 'mô hình', 'โมเดล', 'malli', 'μοντέλο', 'מודל'],
    ],
  },
  {
    names: ['audio', 'sound'],
    words: [
      ...['audio', 'sound', 'generate audio', 'native audio', 'with audio', 'sound effects', 'include audio', 'ton', 'mit ton'],
      ...['audio erzeugen', 'son', 'avec son', 'sonido', 'con audio', 'som', 'áudio', 'com áudio', 'suono', 'geluid', 'dźwięk', 'звук'],
      ...['со звуком', 'аудио', 'аудіо', 'ses', '音频', '声音', '音效', '音訊', '音声', 'オーディオ', 'サウンド', '오디오', '사운드', '소리', 'صوت', 'الصوت', 'ऑडियो'],
      ...['suara', 'âm thanh', 'เสียง', 'ljud', 'zvuk', 'ήχος', 'שמע'],
    ],
  },
  {
    names: ['ratio', 'aspectRatio', 'aspect_ratio', 'aspect'],
    words: [
      ...['aspect ratio', 'ratio', 'format', 'aspect', 'seitenverhältnis', 'proportions', 'format d image', 'relación de aspecto'],
      ...['proporção', 'proporzioni', 'beeldverhouding', 'proporcje', 'соотношение сторон', 'співвідношення сторін', 'en boy oranı'],
      ...['宽高比', '画面比例', '比例', '長寬比', 'アスペクト比', '縦横比', '화면 비율', '비율', 'نسبة العرض إلى الارتفاع', 'rasio aspek', 'tỷ lệ khung hình'],
    ],
  },
  {
    names: ['quality'],
    words: [
      ...['quality', 'rendering quality', 'qualität', 'qualité', 'calidad', 'qualidade', 'qualità', 'kwaliteit', 'jakość', 'качество'],
      ...['якість', 'kalite', '质量', '品質', '画質', '품질', 'الجودة', 'गुणवत्ता', 'kualitas', 'chất lượng', 'kvalitet', 'kvalita'],
    ],
  },
  {
    names: ['fps', 'frameRate'],
    words: ['fps', 'frame rate', 'frames per second', 'bildrate', 'fréquence d images', '帧率', 'フレームレート', '프레임 속도'],
  },
  {
    names: ['characters', 'prompt', 'text'],
    words: [
      ...['prompt', 'text', 'script', 'your text', 'description', 'text prompt', 'beschreibung', 'texte', 'texto', 'testo', 'tekst', 'текст'],
      ...['промпт', '提示词', '提示詞', '文本', 'プロンプト', 'テキスト', '프롬프트', '텍스트', 'metin', 'نص', 'lyrics'],
    ],
  },
  { names: ['upscale'], words: ['upscale', 'hochskalieren', 'agrandir', '放大', 'アップスケール', '업스케일'] },
  { names: ['scale', 'factor'], words: ['scale', 'upscale factor', 'scale factor', 'factor', 'faktor', 'facteur', '倍率', '放大倍数'] },
  { names: ['references'], words: ['references', 'reference images', 'referenzbilder', '参考图', '参照画像', '참조 이미지'] },
  { names: ['voice'], words: ['voice', 'stimme', 'voix', 'voz', 'voce', 'stem', 'głos', 'голос', 'ses', '声音', '音色', '音声', 'ボイス', '음성', '목소리'] },
]

/** Words that may stand beside the name of a setting without changing what it is. */
export const neutral = [
  ...'select choose set pick the a an of your my for in this option options setting settings output required optional default'.split(' '),
  ...'segmented control slider dropdown menu list box input field radio group toggle switch button buttons tabs picker'.split(' '),
  ...'current value video image clip final auswählen wählen der die das des video videos bild sélectionner choisir la le les de du'.split(' '),
  ...'seleccionar elegir el selecionar escolher o selezionare seleziona scegli selecteer kies wybierz выбрать выберите seç'.split(' '),
  ...['选择', '选项', '视频', '图片', '图像', '輸出', '输出', '設定', '设置', '選択', '動画', '画像', '出力', 'の', 'を', '선택', '동영상', '비디오', '이미지', '출력', 'اختر', 'الفيديو', 'फ़िल्म'],
]

/** Words beside an option that add nothing to which option it is. */
export const harmless = [
  ...'hd full fhd uhd qhd sd ultra new beta recommended default popular selected neu empfohlen nouveau recommandé nuevo'.split(' '),
  ...'recomendado novo nuovo consigliato nieuw новое ausgewählt'.split(' '),
  ...['新', '推荐', '推薦', 'おすすめ', '추천'],
]

/** A part of the page with one of these words is about something else than the next run. */
export const elsewhere = [
  ...'filter filters sort search history gallery explore feed results library preferences defaults preview player timeline'.split(' '),
  ...'export download template templates examples previous recent extend share trim edit billing account project projects'.split(' '),
  ...'vorschau filtern verlauf suche galerie ergebnisse exportieren aperçu filtrer historique recherche résultats exporter'.split(' '),
  ...'vista filtrar historial buscar galería resultados exportar previa histórico anteprima filtri cronologia cerca'.split(' '),
  ...'фильтр история поиск галерея предпросмотр экспорт filtre geçmiş ara'.split(' '),
  ...['筛选', '搜索', '历史', '预览', '导出', '画廊', '履歴', '検索', 'プレビュー', 'ギャラリー', '書き出し', '필터', '검색', '기록', '미리보기', '갤러리'],
]

/** Words that turn a switch around, or make it about something else. */
export const toggles = {
  yes: [
    ...'on yes true enabled enable with an ja ein aktiv oui activé avec sí si activado con sim ligado attivo aan да вкл включено açık evet'.split(' '),
    ...['开', '开启', '是', '開', 'オン', 'はい', '有効', '켜기', '켜짐', '예', 'نعم'],
  ],
  no: [
    ...'off no false disabled disable without none aus nein ohne non désactivé sans desactivado sin não desligado disattivo uit нет выкл выключено kapalı hayır'.split(' '),
    ...['关', '关闭', '否', '關', 'オフ', 'いいえ', '無効', '끄기', '꺼짐', '아니요', 'لا'],
  ],
}

/** Verbs on the control that starts a paid run. */
export const generate = [
  ...'generate create run make render dream imagine invoke animate produce synthesize compose start go submit queue'.split(' '),
  ...'generieren erstellen erzeugen generiere erstelle starten générer créer lancer generar crear gerar criar genera crea generare creare'.split(' '),
  ...'genereren genereer maken maak generuj utwórz stwórz создать сгенерировать генерировать запустить згенерувати створити oluştur üret'.split(' '),
  ...'buat hasilkan tạo generera skapa generer opret luo vygenerovat vytvořit generează δημιουργία صور إنشاء توليد أنشئ צור יצירה बनाएं generálás'.split(' '),
  ...['生成', '生成する', '立即生成', '开始生成', '立即', '开始', '開始', '创建', '创作', '創作', '作成', '作成する', '생성', '생성하기', '만들기', 'สร้าง'],
]

/** Verbs that start a run of one kind of tool only, by a word of the kind. */
export const kindVerbs: Record<string, string[]> = {
  upscale: ['upscale', 'enhance', 'hochskalieren', 'agrandir', '放大', '高画質化', '업스케일'],
  'background-removal': ['remove background', 'remove', 'hintergrund entfernen', 'supprimer'],
  dubbing: ['dub', 'translate', 'übersetzen', 'traduire'],
  'video-translation': ['translate', 'dub'],
  'text-to-speech': ['speak', 'generate speech', 'sprechen'],
  'speech-to-text': ['transcribe', 'transkribieren', 'transcrire'],
  'image-edit': ['edit', 'apply'],
}

/** Words that may stand beside the verb on the button. */
export const beside = [
  ...'video videos image images audio music song speech voice sound sounds effect effects track film movie avatar model clip clips picture pictures photo art animation now it ai the a an your'.split(' '),
  ...'ctrl cmd enter return alt shift variant variants d free'.split(' '),
  ...'bild bilder das jetzt vidéo vidéos la le une vídeo imagen imágenes imagem el um o un il immagine видео изображение wideo obraz'.split(' '),
  ...['视频', '图片', '图像', '影片', '動画', '画像', 'を', '비디오', '동영상', '이미지', 'فيديو', 'الفيديو', '하기', 'する'],
]

/** What a run is paid in, as pages write it beside a number. */
export const money = [
  ...'credit credits cr coin coins token tokens point points pts gem gems kredit kredite crédit crédits crédito créditos'.split(' '),
  ...'crediti кредит кредита кредитов usd eur kredi'.split(' '),
  ...['积分', '点数', '點數', 'クレジット', 'ポイント', '크레딧'],
]

/** Verbs of buttons that finish something else: controls nearer to one of these belong to it. */
export const otherwise = [
  ...'apply search filter save export download extend upscale update publish upload share trim import schedule subscribe upgrade'.split(' '),
  ...'anwenden suchen speichern exportieren herunterladen appliquer rechercher enregistrer exporter télécharger aplicar buscar guardar'.split(' '),
  ...'exportar descargar salvar применить поиск сохранить uygula kaydet'.split(' '),
  ...['应用', '搜索', '保存', '导出', '下载', '適用', '検索', '書き出し', '적용', '검색', '저장', '내보내기'],
]
