import { type Language, written } from "./in-language";

export const portuguese: Language = {
  columns: {
    connections: "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
    invitations: "De,Para,Enviado em,Mensagem,Direção,inviterProfileUrl,inviteeProfileUrl",
    messages:
      "ID DA CONVERSA,TÍTULO DA CONVERSA,DE,URL DO PERFIL DO REMETENTE,PARA,URLS DOS PERFIS DOS DESTINATÁRIOS,DATA,ASSUNTO,CONTEÚDO,PASTA,ANEXOS,É UM RASCUNHO DE MENSAGEM,É UM RASCUNHO DE CONVERSA",
    recommendations: "Nome,Sobrenome,Empresa,Título do cargo,Texto,Data de criação,Status",
    endorsementsReceived:
      "Data da recomendação,Nome da competência,Nome de quem recomenda,Sobrenome de quem recomenda,URL pública de quem recomenda,Status da recomendação",
    endorsementsGiven:
      "Data da recomendação,Nome da competência,Nome do recomendado,Sobrenome do recomendado,URL pública do recomendado,Status da recomendação",
    contacts: "Fonte,Nome,Sobrenome,Empresas,Cargo,Endereços de e-mail,Números de telefone",
    notes: "Nome da conexão,Sobrenome da conexão,URL do perfil da conexão,Nota,Criada em,Editada em",
  },
  recommendationsGiven: "Recomendações_feitas.csv",
  recommendationsReceived: "Recomendações_recebidas.csv",
  values: {
    ...{ outgoing: "ENVIADA", incoming: "RECEBIDA", yes: "Sim", no: "Não", spam: "Lixo eletrônico" },
    ...{ member: "Usuário do LinkedIn", pending: "Pendente", visible: "Visível" },
  },
  day: written("pt-BR", { dateStyle: "medium" }),
  moment: written("pt-BR", { dateStyle: "short", timeStyle: "short" }),
};
