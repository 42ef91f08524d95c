<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>AskRoom</name>
    <message>
        <source>Land and vines</source>
        <translation>Terra e clima</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>Como se faz</translation>
    </message>
    <message>
        <source>About the wines</source>
        <translation>Sobre os vinhos</translation>
    </message>
    <message>
        <source>At the table</source>
        <translation>À mesa</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>A casa</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>Comprar</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>O que gostaria de saber?</translation>
    </message>
    <message>
        <source>Tap a question to hear the answer.</source>
        <translation>Toque numa pergunta para ouvir a resposta.</translation>
    </message>
    <message>
        <source>Choose what it is about, or type a word of your question.</source>
        <translation>Escolha um tema ou escreva uma palavra da sua pergunta.</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>I do not know. Ask my colleague here.</source>
        <extracomment>In Chinese, say that the letters of pinyin are enough.</extracomment>
        <translation>Não sei. Pergunte a quem está aqui comigo.</translation>
    </message>
    <message>
        <source>A word of your question is enough, without accents.</source>
        <translation>Basta uma palavra da sua pergunta, sem acentos.</translation>
    </message>
    <message>
        <source>Tap the question you mean.</source>
        <translation>Toque na pergunta que procura.</translation>
    </message>
    <message>
        <source>Type a word</source>
        <translation>Escrever uma palavra</translation>
    </message>
    <message>
        <source>Open the keys</source>
        <translation>Abrir o teclado</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n pergunta</numerusform>
            <numerusform>%n perguntas</numerusform>
        </translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Todos os temas</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Contents</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Ecrã</translation>
    </message>
    <message>
        <source>Text, sound</source>
        <translation>Texto, som</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>A minha lista</translation>
    </message>
    <message numerus="yes">
        <source>%n wine(s)</source>
        <translation>
            <numerusform>%n vinho</numerusform>
            <numerusform>%n vinhos</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>ChaptersRoom</name>
    <message>
        <source>Next part</source>
        <translation>Parte seguinte</translation>
    </message>
</context>
<context>
    <name>ContentsRoom</name>
    <message>
        <source>The story</source>
        <translation>A história</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Ouvir contar</translation>
    </message>
    <message>
        <source>The making</source>
        <translation>A elaboração</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Ver por dentro</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>Os vinhos</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Ver e comparar</translation>
    </message>
    <message>
        <source>Where it grows</source>
        <translation>Onde cresce</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Abrir o mapa</translation>
    </message>
    <message>
        <source>A walk</source>
        <translation>Um passeio</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Olhar em volta</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Escolher vinho</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>Cinco toques</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Perguntas</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Pergunte à vontade</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>Em direto</translation>
    </message>
    <message>
        <source>Meet the winery</source>
        <translation>Conhecer a adega</translation>
    </message>
    <message>
        <source>Where shall we begin?</source>
        <translation>Por onde começamos?</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Still here? Everything is reset in %n second(s).</source>
        <translation>
            <numerusform>Ainda aí? Dentro de %n segundo, tudo volta ao início.</numerusform>
            <numerusform>Ainda aí? Dentro de %n segundos, tudo volta ao início.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Estou aqui</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>Terminar já</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Larger text</source>
        <translation>Texto maior</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mais contraste</translation>
    </message>
    <message>
        <source>Lower controls</source>
        <translation>Botões mais baixos</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimento</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Mais baixo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Mais alto</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>Volume %1%</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
</context>
<context>
    <name>FinderRoom</name>
    <message>
        <source>The winery does not say: %1.</source>
        <translation>A adega não indica: %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>The winery does not say how its wines taste: fewer questions, and a rougher answer.</source>
        <translation>A adega não diz a que sabem os seus vinhos: menos perguntas, resposta mais aproximada.</translation>
    </message>
    <message>
        <source>The next best</source>
        <translation>Segunda sugestão</translation>
    </message>
    <message>
        <source>Your wine</source>
        <translation>O seu vinho</translation>
    </message>
    <message>
        <source>Nothing fits all of it. This comes closest:</source>
        <translation>Nenhum corresponde a tudo. O mais próximo:</translation>
    </message>
    <message>
        <source>One question back</source>
        <translation>Pergunta anterior</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Ouvir contar</translation>
    </message>
    <message>
        <source>On my list</source>
        <translation>Na minha lista</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Pôr na minha lista</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>Primeira sugestão</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recomeçar</translation>
    </message>
</context>
<context>
    <name>FinderWords</name>
    <message>
        <source>How sweet may it be?</source>
        <translation>Seco ou doce?</translation>
    </message>
    <message>
        <source>How full should it feel?</source>
        <translation>Leve ou encorpado?</translation>
    </message>
    <message>
        <source>What do you like most in a wine?</source>
        <translation>O que mais aprecia num vinho?</translation>
    </message>
    <message>
        <source>What will be on the table?</source>
        <translation>O que vai estar na mesa?</translation>
    </message>
    <message>
        <source>How cool do you drink it?</source>
        <translation>Bebe-o muito fresco?</translation>
    </message>
    <message>
        <source>How strong may it be?</source>
        <translation>Leve ou forte em álcool?</translation>
    </message>
    <message>
        <source>Dry</source>
        <translation>Seco</translation>
    </message>
    <message>
        <source>A hint of sweetness</source>
        <translation>Um toque de doçura</translation>
    </message>
    <message>
        <source>Sweet</source>
        <translation>Doce</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Leve</translation>
    </message>
    <message>
        <source>Neither light nor heavy</source>
        <translation>Nem leve nem pesado</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Encorpado</translation>
    </message>
    <message>
        <source>Ripe fruit</source>
        <translation>Fruta madura</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Frescura</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Macieza</translation>
    </message>
    <message>
        <source>Oak and spice</source>
        <translation>Carvalho e especiarias</translation>
    </message>
    <message>
        <source>Fish and seafood</source>
        <translation>Peixe e marisco</translation>
    </message>
    <message>
        <source>Meat and poultry</source>
        <translation>Carnes e aves</translation>
    </message>
    <message>
        <source>Something spicy</source>
        <translation>Algo picante</translation>
    </message>
    <message>
        <source>Cakes and sweets</source>
        <translation>Bolos e doces</translation>
    </message>
    <message>
        <source>Well chilled</source>
        <translation>Bem fresco</translation>
    </message>
    <message>
        <source>Cool</source>
        <translation>Fresco</translation>
    </message>
    <message>
        <source>Hardly chilled</source>
        <translation>Pouco fresco</translation>
    </message>
    <message>
        <source>As most wines are</source>
        <translation>Como a maioria</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Forte</translation>
    </message>
    <message>
        <source>It is dry.</source>
        <translation>É seco.</translation>
    </message>
    <message>
        <source>It is almost dry.</source>
        <translation>É quase seco.</translation>
    </message>
    <message>
        <source>It is a little sweet.</source>
        <translation>É ligeiramente doce.</translation>
    </message>
    <message>
        <source>It is quite sweet.</source>
        <translation>É bastante doce.</translation>
    </message>
    <message>
        <source>It is sweet.</source>
        <translation>É doce.</translation>
    </message>
    <message>
        <source>It is very light.</source>
        <translation>É muito leve.</translation>
    </message>
    <message>
        <source>It is light.</source>
        <translation>É leve.</translation>
    </message>
    <message>
        <source>It is neither light nor heavy.</source>
        <translation>Não é leve nem pesado.</translation>
    </message>
    <message>
        <source>It is full.</source>
        <translation>É encorpado.</translation>
    </message>
    <message>
        <source>It is very full.</source>
        <translation>É muito encorpado.</translation>
    </message>
    <message>
        <source>Fruit %1 of 5, oak %2 of 5.</source>
        <translation>Fruta %1 em 5, carvalho %2 em 5.</translation>
    </message>
    <message>
        <source>Acidity %1 of 5.</source>
        <translation>Acidez %1 em 5.</translation>
    </message>
    <message>
        <source>Tannin %1 of 5.</source>
        <translation>Tanino %1 em 5.</translation>
    </message>
    <message>
        <source>Oak %1 of 5.</source>
        <translation>Carvalho %1 em 5.</translation>
    </message>
    <message>
        <source>The winery pairs it with other dishes.</source>
        <translation>A adega sugere-o com outros pratos.</translation>
    </message>
    <message>
        <source>%1: its taste suits that.</source>
        <translation>%1: o seu sabor combina.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation> </translation>
    </message>
    <message>
        <source>Not quite “%1”: %2</source>
        <translation>Não é bem «%1». %2</translation>
    </message>
    <message>
        <source>dishes</source>
        <translation>pratos</translation>
    </message>
    <message>
        <source>sweetness</source>
        <translation>doçura</translation>
    </message>
    <message>
        <source>body</source>
        <translation>corpo</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>sabor</translation>
    </message>
</context>
<context>
    <name>Flavour</name>
    <message>
        <source>Fruit</source>
        <translation>Fruta</translation>
    </message>
    <message>
        <source>Acidity</source>
        <translation>Acidez</translation>
    </message>
    <message>
        <source>Sweetness</source>
        <translation>Doçura</translation>
    </message>
    <message>
        <source>Tannin</source>
        <translation>Tanino</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corpo</translation>
    </message>
    <message>
        <source>Oak</source>
        <translation>Carvalho</translation>
    </message>
</context>
<context>
    <name>HouseView</name>
    <message>
        <source>Your language</source>
        <translation>O seu idioma</translation>
    </message>
    <message>
        <source>As it suits you</source>
        <translation>Como preferir</translation>
    </message>
    <message>
        <source>It stays so until you finish.</source>
        <translation>Fica assim até terminar.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Letter %1</source>
        <translation>Letra %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Apagar a última letra</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Delete everything typed</source>
        <translation>Apagar tudo o que escreveu</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Close the keys</source>
        <translation>Fechar o teclado</translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>My wines</source>
        <translation>Os meus vinhos</translation>
    </message>
    <message>
        <source>Code with your list</source>
        <translation>Código com a sua lista</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>A minha lista</translation>
    </message>
    <message>
        <source>Scan to keep the list on your phone. No app, no account.</source>
        <translation>Leia o código e leve a lista no telemóvel. Sem app nem conta.</translation>
    </message>
    <message>
        <source>Nothing on it yet. Look at a wine and tap its heart.</source>
        <translation>Ainda vazia. Veja um vinho e toque no coração.</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>Os vinhos</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Ver e comparar</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Escolher vinho</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>Cinco toques</translation>
    </message>
    <message>
        <source>Tap to take it off</source>
        <translation>Tocar para o retirar</translation>
    </message>
</context>
<context>
    <name>LiveRoom</name>
    <message>
        <source>No live room yet</source>
        <translation>Ainda sem direto</translation>
    </message>
    <message>
        <source>The live picture is on its way …</source>
        <translation>A imagem em direto vem a caminho …</translation>
    </message>
    <message>
        <source>The live picture does not come through here. The code works on your phone.</source>
        <translation>A imagem em direto não chega até aqui. O código funciona no telemóvel.</translation>
    </message>
    <message>
        <source>Being shown now: %1</source>
        <translation>Agora apresenta-se: %1</translation>
    </message>
    <message>
        <source>%1, without sound</source>
        <translation>%1, sem som</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Voltar ao cartão</translation>
    </message>
    <message>
        <source>Watch here</source>
        <translation>Ver aqui</translation>
    </message>
    <message>
        <source>the live picture, without sound</source>
        <translation>a imagem em direto, sem som</translation>
    </message>
</context>
<context>
    <name>OriginRoom</name>
    <message>
        <source>Qingtian</source>
        <translation>Qingtian</translation>
    </message>
    <message>
        <source>Right here</source>
        <translation>Aqui mesmo</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>to Qingtian</source>
        <translation>até Qingtian</translation>
    </message>
    <message>
        <source>In its country</source>
        <translation>No seu país</translation>
    </message>
    <message>
        <source>The way to Qingtian</source>
        <translation>O caminho até Qingtian</translation>
    </message>
</context>
<context>
    <name>WalkRoom</name>
    <message>
        <source>Walk on: %1</source>
        <translation>Seguir: %1</translation>
    </message>
    <message>
        <source>Hear about: %1</source>
        <translation>Ouvir: %1</translation>
    </message>
    <message>
        <source>Walk on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Ouvir contar</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>À esquerda</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>À direita</translation>
    </message>
</context>
<context>
    <name>WineLeaf</name>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Palate</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Pair with</source>
        <translation>À mesa</translation>
    </message>
</context>
<context>
    <name>WinesRoom</name>
    <message>
        <source>On my list</source>
        <translation>Na minha lista</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Pôr na minha lista</translation>
    </message>
    <message>
        <source>Its description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Its flavour</source>
        <translation>O seu sabor</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Deixar de comparar</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>Comparar com outro</translation>
    </message>
    <message>
        <source>Tap the second wine</source>
        <translation>Toque no segundo vinho</translation>
    </message>
</context>
</TS>
